package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.events.TrainingSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What holds when all levels are laid over one another: key by key, the most specific wins. Lists are one value and are not merged. */
final class EffectiveSettings {

    private final Map<SettingKey, Object> values = new EnumMap<>(SettingKey.class);
    private final Map<SettingKey, String> levels = new EnumMap<>(SettingKey.class);

    private EffectiveSettings() {}

    /** Returns what holds; levels are given from the most general to the most specific, and one of them sets each key. */
    static EffectiveSettings of(List<SettingsLevel> general) {
        var effective = new EffectiveSettings();
        for (SettingsLevel level : general) {
            level.values().forEach((setting, value) -> {
                effective.values.put(setting, value);
                effective.levels.put(setting, level.name());
            });
        }
        return effective;
    }

    SplitSettings split() {
        return new SplitSettings(
                share(SettingKey.SPLIT_TRAIN),
                share(SettingKey.SPLIT_VALIDATE),
                share(SettingKey.SPLIT_TEST),
                (Long) value(SettingKey.SPLIT_SEED),
                (Boolean) value(SettingKey.SPLIT_STRATIFIED),
                (String) values.get(SettingKey.SPLIT_GROUP_BY));
    }

    TrainingSettings training() {
        return new TrainingSettings(
                (String) value(SettingKey.TRAINING_PRIMARY_METRIC),
                (Integer) value(SettingKey.TRAINING_TIME_BUDGET),
                (Integer) value(SettingKey.TRAINING_FOLDS),
                (Long) value(SettingKey.TRAINING_SEED));
    }

    PromotionSettings promotion() {
        return new PromotionSettings(
                items(SettingKey.PROMOTION_WEIGHTS, MetricWeight.class),
                items(SettingKey.PROMOTION_APPROVAL_REQUIRED, EnvironmentTier.class));
    }

    /** Returns the level that each setting came from, by the setting's path. */
    Map<String, String> levels() {
        var byPath = new LinkedHashMap<String, String>();
        levels.forEach((setting, level) -> byPath.put(setting.path(), level));
        return byPath;
    }

    /** Returns the settings that have to be set, and that no level sets. */
    List<String> missing() {
        return Arrays.stream(SettingKey.values())
                .filter(setting -> setting.isRequired() && !values.containsKey(setting))
                .map(SettingKey::path)
                .toList();
    }

    private double share(SettingKey setting) {
        return (Double) value(setting);
    }

    private Object value(SettingKey setting) {
        return Objects.requireNonNull(values.get(setting), setting.path());
    }

    private <T> List<T> items(SettingKey setting, Class<T> type) {
        return ((List<?>) value(setting)).stream().map(type::cast).toList();
    }
}
