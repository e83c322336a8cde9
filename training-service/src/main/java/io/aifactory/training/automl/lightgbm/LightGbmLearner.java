package io.aifactory.training.automl.lightgbm;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.boosters.LightGbmModelText;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.training.automl.Candidate;
import io.aifactory.training.automl.EarlyStopping;
import io.aifactory.training.automl.Learner;
import io.aifactory.training.automl.Library;
import io.aifactory.training.automl.TrainingRows;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trains with LightGBM; scores are never asked of it, its binding has no room for more than two classes. */
public final class LightGbmLearner implements Learner {

    private final long seed;
    private final int threads;

    public LightGbmLearner(long seed, int threads) {
        this.seed = seed;
        this.threads = threads;
    }

    @Override
    public Library library() {
        return Library.LIGHTGBM;
    }

    @Override
    public Trained fit(Candidate candidate, FeatureSchema schema, TrainingRows train, TrainingRows heldOut) {
        var parameters = parameters(candidate, schema);
        try (var data = dataset(train, parameters, null);
                var held = dataset(heldOut, parameters, data);
                var booster = LGBMBooster.create(data, parameters)) {
            booster.addValidData(held);
            int rounds = boost(booster);
            return new Trained(member(candidate, booster, rounds), rounds);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
        }
    }

    @Override
    public Member fit(Candidate candidate, FeatureSchema schema, TrainingRows train, int rounds) {
        var parameters = parameters(candidate, schema);
        try (var data = dataset(train, parameters, null);
                var booster = LGBMBooster.create(data, parameters)) {
            boolean finished = false;
            for (int round = 0; round < rounds && !finished; round++) {
                finished = booster.updateOneIter();
            }
            return member(candidate, booster, rounds);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
        }
    }

    private static int boost(LGBMBooster booster) throws LGBMException {
        var stopping = new EarlyStopping();
        int round = 0;
        boolean finished = false;
        do {
            finished = booster.updateOneIter();
            round++;
        } while (stopping.goOn(round, booster.getEval(1)[0]) && !finished);
        return stopping.bestRound();
    }

    private static Member member(Candidate candidate, LGBMBooster booster, int rounds) throws LGBMException {
        var text = booster.saveModelToString(0, rounds, FeatureImportanceType.GAIN);
        return LightGbmModelText.read(candidate.name(), text);
    }

    private static LGBMDataset dataset(TrainingRows rows, String parameters, @Nullable LGBMDataset reference)
            throws LGBMException {
        int width = rows.rows()[0].length;
        var dataset = LGBMDataset.createFromMat(rows.flat(), rows.count(), width, true, parameters, reference);
        dataset.setField("label", rows.floatLabels());
        return dataset;
    }

    private String parameters(Candidate candidate, FeatureSchema schema) {
        var own = candidate.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        return "%s %s seed=%d num_threads=%d deterministic=true force_row_wise=true verbosity=-1"
                .formatted(objective(schema), own, seed, threads);
    }

    private static String objective(FeatureSchema schema) {
        if (schema.mlType() == MlType.REGRESSION) {
            return "objective=regression metric=l2";
        }
        int classes = schema.classes().size();
        return classes == 2
                ? "objective=binary metric=binary_logloss"
                : "objective=multiclass metric=multi_logloss num_class=" + classes;
    }
}
