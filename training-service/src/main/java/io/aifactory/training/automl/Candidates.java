package io.aifactory.training.automl;

import static io.aifactory.training.automl.Library.LIGHTGBM;
import static io.aifactory.training.automl.Library.XGBOOST;

import java.util.List;
import java.util.Map;

/** The candidates of a search, in the order they are tried: the plain ones of both libraries first. */
final class Candidates {

    private Candidates() {}

    static List<Candidate> all() {
        return List.of(
                new Candidate(
                        "LightGBM small trees",
                        LIGHTGBM,
                        Map.of(
                                "num_leaves", "7",
                                "learning_rate", "0.05",
                                "min_data_in_leaf", "10",
                                "feature_fraction", "0.8",
                                "bagging_fraction", "0.8",
                                "bagging_freq", "1")),
                new Candidate(
                        "XGBoost shallow",
                        XGBOOST,
                        Map.of("max_depth", "3", "eta", "0.06", "subsample", "0.8", "colsample_bytree", "0.8")),
                new Candidate(
                        "LightGBM",
                        LIGHTGBM,
                        Map.of("num_leaves", "31", "learning_rate", "0.06", "min_data_in_leaf", "20")),
                new Candidate("XGBoost", XGBOOST, Map.of("max_depth", "6", "eta", "0.08")),
                new Candidate(
                        "LightGBM extra random",
                        LIGHTGBM,
                        Map.of(
                                "extra_trees", "true",
                                "num_leaves", "15",
                                "learning_rate", "0.06",
                                "min_data_in_leaf", "8",
                                "feature_fraction", "0.7")),
                new Candidate(
                        "XGBoost regularised",
                        XGBOOST,
                        Map.of(
                                "max_depth", "4",
                                "eta", "0.05",
                                "lambda", "8",
                                "min_child_weight", "4",
                                "subsample", "0.7",
                                "colsample_bynode", "0.5")),
                new Candidate(
                        "LightGBM regularised",
                        LIGHTGBM,
                        Map.of(
                                "num_leaves", "15",
                                "learning_rate", "0.04",
                                "min_data_in_leaf", "15",
                                "lambda_l2", "10",
                                "feature_fraction", "0.5",
                                "bagging_fraction", "0.7",
                                "bagging_freq", "1")),
                new Candidate("XGBoost pairs", XGBOOST, Map.of("max_depth", "2", "eta", "0.1", "subsample", "0.8")));
    }
}
