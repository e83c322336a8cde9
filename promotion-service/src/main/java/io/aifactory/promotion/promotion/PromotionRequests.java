package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.promotion.registry.Champion;
import io.aifactory.promotion.registry.Champions;
import io.aifactory.promotion.registry.RegisteredVersions;
import io.aifactory.promotion.settings.ProjectEnvironments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests of people, who may ask for what the events would never ask for. */
@Service
class PromotionRequests {

    private final RegisteredVersions versions;
    private final Champions champions;
    private final ProjectEnvironments environments;
    private final Promotions promotions;
    private final PromotionDesk desk;

    PromotionRequests(
            RegisteredVersions versions,
            Champions champions,
            ProjectEnvironments environments,
            Promotions promotions,
            PromotionDesk desk) {
        this.versions = versions;
        this.champions = champions;
        this.environments = environments;
        this.promotions = promotions;
        this.desk = desk;
    }

    /**
     * Requests a promotion, or refuses what is no next step of that version.
     *
     * @param from where the person thinks it comes from, if they said so
     */
    @Transactional
    Promotion request(PromotionStep step, @Nullable EnvironmentTier from, String person) {
        if (versions.find(step.project(), step.model(), step.version()).isEmpty()) {
            throw new ModelVersionNotFound(step);
        }
        if (from != null && from != step.from()) {
            throw new EnvironmentSkipped(from, step);
        }
        if (!step.isEntry()) {
            requireArrived(step);
        }
        if (!environments.of(step.project()).contains(step.to())) {
            throw new EnvironmentNotProvisioned(step);
        }
        requireNotOnItsWay(step);
        return desk.request(step, person);
    }

    private void requireArrived(PromotionStep step) {
        List<Champion> reigns = champions.reigns(step.project(), step.model(), step.version(), step.from());
        if (reigns.isEmpty()) {
            throw new EnvironmentSkipped(step);
        }
        boolean deployed = reigns.stream().anyMatch(reign -> reign.deployedAt() != null);
        if (step.to() == EnvironmentTier.PROD && !deployed) {
            throw new NotDeployed(step);
        }
    }

    private void requireNotOnItsWay(PromotionStep step) {
        promotions.lock(step);
        promotions.open(step).stream()
                .filter(open -> open.step().version() == step.version())
                .findFirst()
                .ifPresent(open -> {
                    throw new AlreadyRequested(open);
                });
    }
}
