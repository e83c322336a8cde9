package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.provisioning.form.Form;
import java.util.List;

/** What effective settings have to hold together, whichever levels they came from. */
final class SettingsRules {

    private static final double ROUNDING = 1e-9;

    private SettingsRules() {}

    static void check(Form model, MlType type, EffectiveSettings settings) {
        checkShares(model, settings.split());
        checkMetric(
                model.section("training"),
                "primaryMetric",
                type,
                settings.training().primaryMetric());
        for (MetricWeight weight : settings.promotion().weights()) {
            checkMetric(model.section("promotion"), "weights", type, weight.metric());
        }
    }

    private static void checkShares(Form model, SplitSettings split) {
        double sum = split.train() + split.validate() + split.test();
        if (Math.abs(sum - 1) > ROUNDING) {
            model.refuse(
                    "split",
                    "train %s, validate %s and test %s do not add up to 1"
                            .formatted(split.train(), split.validate(), split.test()));
        }
    }

    private static void checkMetric(Form section, String key, MlType type, String metric) {
        List<String> known = Metrics.of(type);
        if (!known.contains(metric)) {
            section.refuse(
                    key, "names '%s', which is no metric of %s: %s".formatted(metric, type, String.join(", ", known)));
        }
    }
}
