package io.aifactory.training.automl;

/** A library that trains candidates. */
public enum Library {
    /** LightGBM: trees that grow leaf by leaf. */
    LIGHTGBM("LightGBM"),
    /** XGBoost: trees that grow level by level. */
    XGBOOST("XGBoost");

    private final String label;

    Library(String label) {
        this.label = label;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }
}
