package io.aifactory.contracts.model.boosters;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/** Small models that the libraries really trained, with what the libraries themselves predict. */
public record TrainedModel(Member member, FeatureSchema schema, float[][] rows, double[][] predictions) {

    public static final int FEATURES = 6;
    private static final int ROWS = 300;
    private static final int ROUNDS = 40;

    public TreeEnsemble ensemble() {
        return new TreeEnsemble(FEATURES, List.of(member));
    }

    /** All six: two libraries, regression and two or three classes, with values missing. */
    public static List<TrainedModel> all() {
        var models = new ArrayList<TrainedModel>();
        for (int classes : new int[] {1, 2, 3}) {
            models.add(lightGbm(classes, 0.1));
            models.add(xgboost(classes, 0.1));
        }
        return models;
    }

    public static TrainedModel lightGbm(int classes, double missing) {
        var objective = List.of("regression", "binary", "multiclass").get(classes - 1);
        var parameters = "objective=" + objective + (classes > 2 ? " num_class=" + classes : "")
                + " num_leaves=15 min_data_in_leaf=5 verbosity=-1 num_threads=1 seed=1 deterministic=true";
        var rows = rows(missing);
        var scored = rows(0.2);
        try (var data = LGBMDataset.createFromMat(flat(rows), ROWS, FEATURES, true, parameters, null);
                var toScore = LGBMDataset.createFromMat(flat(scored), ROWS, FEATURES, true, parameters, data)) {
            data.setField("label", labels(rows, classes));
            toScore.setField("label", labels(scored, classes));
            try (var booster = LGBMBooster.create(data, parameters)) {
                booster.addValidData(toScore);
                for (int i = 0; i < ROUNDS; i++) {
                    booster.updateOneIter();
                }
                var text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
                // its predictForMat has no room for three classes and writes beyond its buffer
                var predicted = byRow(booster.getPredict(1), classes > 2 ? classes : 1);
                return of(LightGbmModelText.read("LightGBM " + objective, text), classes, scored, predicted);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] byRow(double[] byClass, int classes) {
        var byRow = new double[byClass.length];
        for (int i = 0; i < byRow.length; i++) {
            byRow[i] = byClass[i % classes * ROWS + i / classes];
        }
        return byRow;
    }

    public static TrainedModel xgboost(int classes, double missing) {
        var objective =
                List.of("reg:squarederror", "binary:logistic", "multi:softprob").get(classes - 1);
        var parameters = new HashMap<String, Object>(Map.of("objective", objective, "max_depth", 4, "nthread", 1));
        if (classes > 2) {
            parameters.put("num_class", classes);
        }
        var rows = rows(missing);
        var scored = rows(0.2);
        try {
            var data = new DMatrix(flat(rows), ROWS, FEATURES, Float.NaN);
            data.setLabel(labels(rows, classes));
            var booster = XGBoost.train(data, parameters, ROUNDS, Map.of(), null, null);
            var json = new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
            var toScore = new DMatrix(flat(scored), ROWS, FEATURES, Float.NaN);
            var predicted = new double[ROWS * (classes > 2 ? classes : 1)];
            var native2d = booster.predict(toScore);
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] = native2d[i / native2d[0].length][i % native2d[0].length];
            }
            return of(XgboostModelJson.read("XGBoost " + objective, json, ROUNDS), classes, scored, predicted);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrainedModel of(Member member, int classes, float[][] rows, double[] predicted) {
        var predictions = new double[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            predictions[i] = switch (classes) {
                case 1 -> new double[] {predicted[i]};
                case 2 -> new double[] {1 - predicted[i], predicted[i]};
                default -> Arrays.copyOfRange(predicted, i * classes, (i + 1) * classes);
            };
        }
        return new TrainedModel(member, schema(classes), rows, predictions);
    }

    public static FeatureSchema schema(int classes) {
        var features = IntStream.range(0, FEATURES)
                .mapToObj(i -> Feature.numeric("f" + i))
                .toList();
        return classes == 1
                ? FeatureSchema.regression(features, "y")
                : FeatureSchema.classification(
                        features, "y", List.of("a", "b", "c").subList(0, classes));
    }

    private static float[][] rows(double missing) {
        var random = new Random(missing == 0 ? 3 : 4);
        var rows = new float[ROWS][FEATURES];
        for (var row : rows) {
            for (int i = 0; i < FEATURES; i++) {
                float value = (float) Math.round(random.nextGaussian() * 8) / 8;
                row[i] = random.nextDouble() < missing ? Float.NaN : value;
            }
        }
        return rows;
    }

    private static float[] labels(float[][] rows, int classes) {
        var labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double x = Float.isNaN(rows[i][0]) ? 0.7 : rows[i][0];
            double y = x * x + (Float.isNaN(rows[i][1]) ? 0 : Math.sin(2 * rows[i][1]));
            labels[i] = (float) (classes == 1 ? 100 * y : Math.min(classes - 1, Math.max(0, Math.floor(y))));
        }
        return labels;
    }

    private static float[] flat(float[][] rows) {
        var flat = new float[ROWS * FEATURES];
        for (int i = 0; i < ROWS; i++) {
            System.arraycopy(rows[i], 0, flat, i * FEATURES, FEATURES);
        }
        return flat;
    }

    public boolean isRegression() {
        return schema.mlType() == MlType.REGRESSION;
    }

    @Override
    public String toString() {
        return member.name();
    }
}
