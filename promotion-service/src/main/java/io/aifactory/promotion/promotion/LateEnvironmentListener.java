package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.promotion.registry.Champion;
import io.aifactory.promotion.registry.Champions;
import io.aifactory.promotion.registry.RegisteredVersion;
import io.aifactory.promotion.registry.RegisteredVersions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Requests what nobody could request while the next environment was not there. */
@Component
class LateEnvironmentListener {

    private final Champions champions;
    private final RegisteredVersions versions;
    private final Promotions promotions;
    private final PromotionDesk desk;

    LateEnvironmentListener(
            Champions champions, RegisteredVersions versions, Promotions promotions, PromotionDesk desk) {
        this.champions = champions;
        this.versions = versions;
        this.promotions = promotions;
        this.desk = desk;
    }

    @EventListener
    void on(EnvironmentProvisioned provisioned) {
        EnvironmentTier target = provisioned.environment();
        if (target == EnvironmentTier.DEV) {
            return;
        }
        champions.current(provisioned.project(), null).stream()
                .filter(champion -> mayGoOn(champion, target))
                .map(champion -> stepOf(champion, target))
                .filter(this::neverRequested)
                .forEach(step -> desk.request(step, requester(step)));
    }

    private static boolean mayGoOn(Champion champion, EnvironmentTier target) {
        return champion.environment() == stepOf(champion, target).from()
                && (target == EnvironmentTier.TEST || champion.deployedAt() != null);
    }

    private static PromotionStep stepOf(Champion champion, EnvironmentTier target) {
        return new PromotionStep(champion.project(), champion.model(), champion.version(), target);
    }

    private boolean neverRequested(PromotionStep step) {
        return promotions.of(step.project(), step.model(), null).stream()
                .map(Promotion::step)
                .noneMatch(step::equals);
    }

    private String requester(PromotionStep step) {
        return versions.find(step.project(), step.model(), step.version())
                .map(RegisteredVersion::requestedBy)
                .orElseThrow();
    }
}
