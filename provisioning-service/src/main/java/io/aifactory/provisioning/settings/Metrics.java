package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.MlType;
import java.util.List;

/** The metrics that every model of a kind has, as test-set scoring computes them. */
final class Metrics {

    private static final List<String> CLASSIFICATION =
            List.of("accuracy", "auc", "f1", "log_loss", "matthews", "precision", "recall");
    private static final List<String> REGRESSION = List.of("mae", "mape", "r2", "rmse", "spearman");

    private Metrics() {}

    static List<String> of(MlType type) {
        return switch (type) {
            case CLASSIFICATION -> CLASSIFICATION;
            case REGRESSION -> REGRESSION;
        };
    }
}
