package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.promotion.comparison.Scoring;
import io.aifactory.promotion.comparison.Scorings;
import io.aifactory.promotion.comparison.TestSet;
import io.aifactory.promotion.registry.RegisteredVersion;
import io.aifactory.promotion.registry.RegisteredVersions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Registers a new version with all its scorings, and requests its promotion into dev. */
@Component
class ModelTrainedListener {

    private final RegisteredVersions versions;
    private final Scorings scorings;
    private final PromotionDesk desk;

    ModelTrainedListener(RegisteredVersions versions, Scorings scorings, PromotionDesk desk) {
        this.versions = versions;
        this.scorings = scorings;
        this.desk = desk;
    }

    @EventListener
    void on(ModelTrained trained) {
        register(trained);
        keepScorings(trained);
        desk.request(
                new PromotionStep(trained.project(), trained.model(), trained.version(), EnvironmentTier.DEV),
                trained.requestedBy());
    }

    private void register(ModelTrained trained) {
        versions.add(new RegisteredVersion(
                trained.project(),
                trained.model(),
                trained.version(),
                trained.requestedBy(),
                trained.artifact(),
                trained.trainedAt()));
    }

    private void keepScorings(ModelTrained trained) {
        TestSet testSet = TestSet.of(trained.testSet());
        scorings.add(trained.project(), trained.model(), new Scoring(trained.version(), testSet, trained.metrics()));
        trained.peers()
                .forEach(peer -> scorings.add(
                        trained.project(), trained.model(), new Scoring(peer.modelVersion(), testSet, peer.metrics())));
    }
}
