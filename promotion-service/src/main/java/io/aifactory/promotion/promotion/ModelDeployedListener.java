package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.promotion.registry.Champion;
import io.aifactory.promotion.registry.Champions;
import io.aifactory.promotion.registry.RegisteredVersion;
import io.aifactory.promotion.registry.RegisteredVersions;
import io.aifactory.promotion.settings.ProjectEnvironments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Requests the promotion to prod of what answers in test, as long as it leads there. */
@Component
class ModelDeployedListener {

    private final Champions champions;
    private final RegisteredVersions versions;
    private final ProjectEnvironments environments;
    private final PromotionDesk desk;

    ModelDeployedListener(
            Champions champions, RegisteredVersions versions, ProjectEnvironments environments, PromotionDesk desk) {
        this.champions = champions;
        this.versions = versions;
        this.environments = environments;
        this.desk = desk;
    }

    @EventListener
    void on(ModelDeployed deployed) {
        champions.markDeployed(deployed.promotionId(), deployed.deployedAt());
        if (deployed.environment() == EnvironmentTier.TEST && leads(deployed) && hasProd(deployed)) {
            desk.request(
                    new PromotionStep(deployed.project(), deployed.model(), deployed.version(), EnvironmentTier.PROD),
                    requester(deployed));
        }
    }

    private boolean leads(ModelDeployed deployed) {
        return champions
                .current(deployed.project(), deployed.model(), deployed.environment())
                .map(Champion::promotionId)
                .filter(deployed.promotionId()::equals)
                .isPresent();
    }

    private boolean hasProd(ModelDeployed deployed) {
        return environments.of(deployed.project()).contains(EnvironmentTier.PROD);
    }

    private String requester(ModelDeployed deployed) {
        return versions.find(deployed.project(), deployed.model(), deployed.version())
                .map(RegisteredVersion::requestedBy)
                .orElseThrow();
    }
}
