package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.promotion.registry.Champion;
import io.aifactory.promotion.registry.Champions;
import io.aifactory.promotion.settings.ProjectEnvironments;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where approved promotions end: with a new champion, or without one. Each act is one transaction, and nothing happens if
 * the promotion is not approved, or has ended already.
 */
@Service
@Transactional
class PromotionCompletion {

    private final Promotions promotions;
    private final PromotionDesk desk;
    private final Gatekeeper gatekeeper;
    private final Champions champions;
    private final ProjectEnvironments environments;
    private final Clock clock;

    PromotionCompletion(
            Promotions promotions,
            PromotionDesk desk,
            Gatekeeper gatekeeper,
            Champions champions,
            ProjectEnvironments environments,
            Clock clock) {
        this.promotions = promotions;
        this.desk = desk;
        this.gatekeeper = gatekeeper;
        this.champions = champions;
        this.environments = environments;
        this.clock = clock;
    }

    /** Makes the version the champion, now that its artifact is there, if it still passes the comparison. */
    Promotion complete(PromotionId id, ModelArtifactReference artifact) {
        Promotion promotion = promotions.findLocked(id).orElseThrow();
        if (promotion.state() != PromotionState.APPROVED) {
            return promotion;
        }
        Instant now = clock.instant();
        promotion.judge(gatekeeper.judge(promotion.step()), now);
        if (promotion.state() == PromotionState.APPROVED) {
            enthrone(promotion, artifact, now);
        }
        promotions.save(promotion);
        if (promotion.state() == PromotionState.PROMOTED) {
            goOnToTest(promotion);
        }
        return promotion;
    }

    /** Turns the promotion down because its artifact is not whole. */
    void refuseArtifact(PromotionId id, String reason) {
        Promotion promotion = promotions.findLocked(id).orElseThrow();
        if (promotion.state() == PromotionState.APPROVED) {
            promotion.reject(new Ruling(Ruling.HASH_CHECK, null, clock.instant()), reason);
            promotions.save(promotion);
        }
    }

    private void enthrone(Promotion promotion, ModelArtifactReference artifact, Instant now) {
        PromotionStep step = promotion.step();
        var champion = new Champion(
                promotion.id().value(),
                step.project(),
                step.model(),
                step.to(),
                step.version(),
                artifact,
                promotion.approvedBy(),
                now,
                null,
                null);
        promotion.promote(artifact, champions.enthrone(champion).orElse(null), now);
    }

    private void goOnToTest(Promotion promotion) {
        PromotionStep step = promotion.step();
        if (step.isEntry() && environments.of(step.project()).contains(EnvironmentTier.TEST)) {
            desk.request(
                    new PromotionStep(step.project(), step.model(), step.version(), EnvironmentTier.TEST),
                    promotion.requestedBy());
        }
    }
}
