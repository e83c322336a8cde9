package io.aifactory.contracts.model;

/** How the values of a feature become the numbers a model reads. */
public enum FeatureKind {
    /** The value itself, as a float. */
    NUMERIC,
    /** The position of the value in the feature's list of categories. */
    CATEGORICAL
}
