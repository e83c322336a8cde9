package io.aifactory.bench.catalogue;

/**
 * What is measured, and how much of it.
 *
 * @param datasets how many registered datasets there are
 * @param versions how many versions each has
 * @param requests how often each kind of question is asked
 * @param seed decides which dataset is asked for
 */
record CataloguePlan(int datasets, int versions, int requests, long seed) {

    /** A model has two source datasets in bronze and silver, gold and its three parts. */
    static final int DATASETS_OF_MODEL = 8;

    /** How many models a project has. */
    static final int MODELS_OF_PROJECT = 10;

    private static final int MOST = 999 * MODELS_OF_PROJECT * DATASETS_OF_MODEL;

    CataloguePlan {
        if (versions < 1 || requests < 1) {
            throw new IllegalArgumentException("there is at least one version and one request");
        }
        if (datasets < DATASETS_OF_MODEL || datasets > MOST) {
            throw new IllegalArgumentException("there are %d to %d datasets".formatted(DATASETS_OF_MODEL, MOST));
        }
    }

    /** Returns how many models there are, each complete. */
    int models() {
        return (datasets + DATASETS_OF_MODEL - 1) / DATASETS_OF_MODEL;
    }
}
