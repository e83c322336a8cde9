package io.aifactory.provisioning.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.events.TrainingSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTests {

    private final EnterpriseDefaults defaults = new EnterpriseDefaults();

    @Test
    void takesTheMostSpecificValueKeyByKey() {
        var general =
                new SettingsLevel("enterprise", Map.of(SettingKey.TRAINING_FOLDS, 5, SettingKey.TRAINING_SEED, 42L));
        var specific = new SettingsLevel("model", Map.of(SettingKey.TRAINING_FOLDS, 3));

        var effective = EffectiveSettings.of(List.of(general, specific));

        assertThat(effective.levels()).isEqualTo(Map.of("training.folds", "model", "training.seed", "enterprise"));
        assertThat(effective.missing()).contains("split.train").doesNotContain("training.folds", "training.seed");
    }

    @Test
    void doesNotMergeLists() {
        var general = new SettingsLevel(
                "enterprise",
                Map.of(
                        SettingKey.PROMOTION_APPROVAL_REQUIRED,
                        List.of(EnvironmentTier.TEST, EnvironmentTier.PROD),
                        SettingKey.PROMOTION_WEIGHTS,
                        List.of(new MetricWeight("rmse", 0))));
        var specific = new SettingsLevel(
                "model", Map.of(SettingKey.PROMOTION_APPROVAL_REQUIRED, List.of(EnvironmentTier.PROD)));

        var effective = EffectiveSettings.of(List.of(general, specific));

        assertThat(effective.promotion())
                .isEqualTo(new PromotionSettings(List.of(new MetricWeight("rmse", 0)), List.of(EnvironmentTier.PROD)));
    }

    @Test
    void hasEnterpriseDefaultsForRegression() {
        var effective = EffectiveSettings.of(defaults.of(MlType.REGRESSION));

        assertThat(effective.split()).isEqualTo(new SplitSettings(0.6, 0.2, 0.2, 42, false));
        assertThat(effective.training()).isEqualTo(new TrainingSettings("rmse", 10, 5, 42));
        assertThat(effective.promotion())
                .isEqualTo(new PromotionSettings(
                        List.of(new MetricWeight("rmse", 0)), List.of(EnvironmentTier.TEST, EnvironmentTier.PROD)));
    }

    @Test
    void hasEnterpriseDefaultsForClassification() {
        var effective = EffectiveSettings.of(defaults.of(MlType.CLASSIFICATION));

        assertThat(effective.split().stratified()).isTrue();
        assertThat(effective.training().primaryMetric()).isEqualTo("auc");
        assertThat(effective.promotion().weights()).containsExactly(new MetricWeight("auc", 0));
    }

    @Test
    void hasADefaultForEverySetting() {
        assertThat(Stream.of(MlType.values())
                        .map(type -> EffectiveSettings.of(defaults.of(type)).missing()))
                .allSatisfy(missing -> assertThat(missing).isEmpty());
    }
}
