package io.aifactory.training.automl.xgboost;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.boosters.XgboostModelJson;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.training.automl.Candidate;
import io.aifactory.training.automl.EarlyStopping;
import io.aifactory.training.automl.Learner;
import io.aifactory.training.automl.Library;
import io.aifactory.training.automl.TrainingRows;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trains with XGBoost; its own early stopping prints every round, so the rounds are counted here. */
public final class XgboostLearner implements Learner {

    private final long seed;
    private final int threads;

    public XgboostLearner(long seed, int threads) {
        this.seed = seed;
        this.threads = threads;
    }

    @Override
    public Library library() {
        return Library.XGBOOST;
    }

    @Override
    public Trained fit(Candidate candidate, FeatureSchema schema, TrainingRows train, TrainingRows heldOut) {
        try (var data = new Matrix(train);
                var held = new Matrix(heldOut);
                var model = new Model(XGBoost.train(
                        data.matrix(), parameters(candidate, schema), 0, Map.of("held", held.matrix()), null, null))) {
            int rounds = boost(model.booster(), data.matrix(), held.matrix());
            return new Trained(member(candidate, model.booster(), rounds), rounds);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    @Override
    public Member fit(Candidate candidate, FeatureSchema schema, TrainingRows train, int rounds) {
        try (var data = new Matrix(train);
                var model = new Model(
                        XGBoost.train(data.matrix(), parameters(candidate, schema), rounds, Map.of(), null, null))) {
            return member(candidate, model.booster(), rounds);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    private static int boost(Booster booster, DMatrix train, DMatrix heldOut) throws XGBoostError {
        var stopping = new EarlyStopping();
        var heldOutOnly = new DMatrix[] {heldOut};
        var names = new String[] {"held"};
        int round = 0;
        double loss;
        do {
            booster.update(train, round);
            loss = loss(booster.evalSet(heldOutOnly, names, round));
            round++;
        } while (stopping.goOn(round, loss));
        return stopping.bestRound();
    }

    /** The loss in a line such as {@code [7]\theld-rmse:55.1}. */
    private static double loss(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(':') + 1).strip());
    }

    private static Member member(Candidate candidate, Booster booster, int rounds) throws XGBoostError {
        var json = new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
        return XgboostModelJson.read(candidate.name(), json, rounds);
    }

    private Map<String, Object> parameters(Candidate candidate, FeatureSchema schema) {
        var parameters = new HashMap<String, Object>(candidate.parameters());
        parameters.put("tree_method", "hist");
        parameters.put("seed", Long.toString(seed & Integer.MAX_VALUE));
        parameters.put("nthread", Integer.toString(threads));
        parameters.put("verbosity", "1");
        int classes = schema.classes().size();
        if (schema.mlType() == MlType.REGRESSION) {
            parameters.put("objective", "reg:squarederror");
        } else if (classes == 2) {
            parameters.put("objective", "binary:logistic");
        } else {
            parameters.put("objective", "multi:softprob");
            parameters.put("num_class", Integer.toString(classes));
        }
        return parameters;
    }

    private static IllegalStateException failed(XGBoostError cause) {
        return new IllegalStateException("XGBoost failed: " + cause.getMessage(), cause);
    }

    /** A matrix outside the heap for as long as a block lasts. */
    private record Matrix(DMatrix matrix) implements AutoCloseable {

        Matrix(TrainingRows rows) throws XGBoostError {
            this(new DMatrix(rows.flat(), rows.count(), rows.rows()[0].length, Float.NaN));
            matrix.setLabel(rows.floatLabels());
        }

        @Override
        public void close() {
            matrix.dispose();
        }
    }

    /** A booster outside the heap for as long as a block lasts. */
    private record Model(Booster booster) implements AutoCloseable {

        @Override
        public void close() {
            booster.dispose();
        }
    }
}
