package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.provisioning.form.Form;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one level: sections {@code split}, {@code training} and {@code promotion}, each with any of its keys. */
final class SettingsForm {

    private static final int MOST_FOLDS = 20;
    private static final int LONGEST_BUDGET_SECONDS = 7 * 24 * 3600;

    private SettingsForm() {}

    static Map<SettingKey, Object> read(Form form) {
        var settings = new EnumMap<SettingKey, Object>(SettingKey.class);
        for (String name : SettingKey.sections()) {
            Form section = form.section(name).knowing(SettingKey.keysOf(name));
            SettingKey.inSection(name).forEach(setting -> {
                Object value = section.has(setting.key()) ? read(section, setting) : null;
                if (value != null) {
                    settings.put(setting, value);
                }
            });
        }
        return settings;
    }

    private static @Nullable Object read(Form section, SettingKey setting) {
        return switch (setting) {
            case SPLIT_TRAIN, SPLIT_VALIDATE, SPLIT_TEST -> share(section, setting.key());
            case SPLIT_SEED, TRAINING_SEED -> section.wholeNumber(setting.key());
            case SPLIT_STRATIFIED -> section.flag(setting.key());
            case SPLIT_GROUP_BY, TRAINING_PRIMARY_METRIC -> section.text(setting.key());
            case TRAINING_TIME_BUDGET -> count(section, setting.key(), 1, LONGEST_BUDGET_SECONDS);
            case TRAINING_FOLDS -> count(section, setting.key(), 2, MOST_FOLDS);
            case PROMOTION_WEIGHTS -> weights(section);
            case PROMOTION_APPROVAL_REQUIRED ->
                section.parsedList(setting.key(), EnvironmentTier::of).stream()
                        .distinct()
                        .sorted()
                        .toList();
        };
    }

    private static @Nullable Double share(Form section, String key) {
        Double share = section.number(key);
        if (share != null && !(share > 0 && share < 1)) {
            section.refuse(key, "is %s, not a share between 0 and 1".formatted(share));
            return null;
        }
        return share;
    }

    private static @Nullable Integer count(Form section, String key, int least, int most) {
        Long count = section.wholeNumber(key);
        if (count != null && (count < least || count > most)) {
            section.refuse(key, "is %d, not from %d to %d".formatted(count, least, most));
            return null;
        }
        return count == null ? null : Math.toIntExact(count);
    }

    private static List<MetricWeight> weights(Form section) {
        List<MetricWeight> weights = section.items(SettingKey.PROMOTION_WEIGHTS.key()).stream()
                .map(SettingsForm::weight)
                .filter(weight -> !weight.metric().isEmpty())
                .toList();
        long metrics = weights.stream().map(MetricWeight::metric).distinct().count();
        if (weights.isEmpty()) {
            section.refuse("weights", "is empty; a model has to pass something");
        } else if (metrics < weights.size()) {
            section.refuse("weights", "names a metric twice");
        }
        return weights;
    }

    private static MetricWeight weight(Form item) {
        item.knowing(List.of("metric", "weight"));
        if (!item.has("weight")) {
            item.refuse("weight", "is missing");
        }
        return new MetricWeight(
                item.requiredText("metric", 40), Objects.requireNonNullElse(item.number("weight"), 0.0));
    }
}
