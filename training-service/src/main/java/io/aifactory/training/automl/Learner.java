package io.aifactory.training.automl;

import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.trees.Member;

/** Trains candidates with one library. */
public interface Learner {

    /** Rounds without an improvement on the held-out rows after which training stops. */
    int PATIENCE = 40;

    /** Most rounds of boosting. */
    int MOST_ROUNDS = 1000;

    Library library();

    /**
     * Trains until the held-out rows no longer profit.
     *
     * @return the model as far as its best round
     */
    Trained fit(Candidate candidate, FeatureSchema schema, TrainingRows train, TrainingRows heldOut);

    /** Trains a fixed number of rounds. */
    Member fit(Candidate candidate, FeatureSchema schema, TrainingRows train, int rounds);

    /**
     * A model and how many rounds it took.
     *
     * @param member the model
     * @param rounds its rounds
     */
    record Trained(Member member, int rounds) {}
}
