package io.aifactory.promotion.promotion;

import io.aifactory.promotion.comparison.Contest;
import io.aifactory.promotion.comparison.GateResult;
import io.aifactory.promotion.comparison.PromotionGate;
import io.aifactory.promotion.comparison.Scoring;
import io.aifactory.promotion.comparison.Scorings;
import io.aifactory.promotion.registry.Champion;
import io.aifactory.promotion.registry.Champions;
import io.aifactory.promotion.settings.ConfiguredModel;
import io.aifactory.promotion.settings.ConfiguredModels;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts before the gate what is known at this moment of challenger, champion and settings. */
@Component
class Gatekeeper {

    private final ConfiguredModels models;
    private final Champions champions;
    private final Scorings scorings;

    Gatekeeper(ConfiguredModels models, Champions champions, Scorings scorings) {
        this.models = models;
        this.champions = champions;
        this.scorings = scorings;
    }

    GateResult judge(PromotionStep step) {
        Integer champion = champions
                .current(step.project(), step.model(), step.to())
                .map(Champion::version)
                .orElse(null);
        return models.find(step.project(), step.model())
                .map(settings -> PromotionGate.judge(contest(step, settings, champion)))
                .orElseGet(() -> withoutSettings(step, champion));
    }

    private Contest contest(PromotionStep step, ConfiguredModel settings, @Nullable Integer champion) {
        return new Contest(
                step.model(),
                settings.mlType(),
                settings.promotion().weights(),
                step.to(),
                step.version(),
                champion,
                scorings.of(step.project(), step.model(), step.version()),
                champion == null ? List.<Scoring>of() : scorings.of(step.project(), step.model(), champion));
    }

    private static GateResult withoutSettings(PromotionStep step, @Nullable Integer champion) {
        String reason = "no settings of %s in %s are known".formatted(step.model(), step.project());
        return new GateResult.Failed(champion, null, List.of(), List.of(reason));
    }
}
