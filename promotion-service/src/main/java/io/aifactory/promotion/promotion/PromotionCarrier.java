package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.promotion.artifact.ArtifactTransfer;
import io.aifactory.promotion.artifact.BrokenArtifact;
import io.aifactory.promotion.registry.Champion;
import io.aifactory.promotion.registry.Champions;
import io.aifactory.promotion.registry.RegisteredVersion;
import io.aifactory.promotion.registry.RegisteredVersions;
import org.springframework.stereotype.Component;

/**
 * Carries an approved promotion out: brings the artifact, then makes the version champion. Each step finds what an earlier
 * run of it left, so it may be killed and run again at any time.
 */
@Component
class PromotionCarrier {

    private final Promotions promotions;
    private final PromotionCompletion completion;
    private final RegisteredVersions versions;
    private final Champions champions;
    private final ArtifactTransfer transfer;

    PromotionCarrier(
            Promotions promotions,
            PromotionCompletion completion,
            RegisteredVersions versions,
            Champions champions,
            ArtifactTransfer transfer) {
        this.promotions = promotions;
        this.completion = completion;
        this.versions = versions;
        this.champions = champions;
        this.transfer = transfer;
    }

    void carryOut(PromotionId id) {
        Promotion promotion = promotions.find(id).orElseThrow();
        ModelArtifactReference source = source(promotion.step());
        try {
            carry(promotion, source, destination(source, promotion.step()));
        } catch (BrokenArtifact e) {
            completion.refuseArtifact(id, String.valueOf(e.getMessage()));
        }
    }

    private void carry(Promotion promotion, ModelArtifactReference source, ModelArtifactReference destination) {
        Promotion carried = promotion;
        try {
            if (promotion.state() == PromotionState.APPROVED) {
                transfer.bring(source, destination);
                carried = completion.complete(promotion.id(), destination);
            }
        } catch (BrokenArtifact e) {
            discard(promotion.step(), destination);
            throw e;
        }
        if (carried.state() == PromotionState.GATES_FAILED) {
            discard(carried.step(), destination);
        }
    }

    private ModelArtifactReference source(PromotionStep step) {
        RegisteredVersion trained =
                versions.find(step.project(), step.model(), step.version()).orElseThrow();
        if (step.isEntry()) {
            return trained.artifact();
        }
        return champions.reigns(step.project(), step.model(), step.version(), step.from()).stream()
                .findFirst()
                .map(Champion::artifact)
                .orElseThrow();
    }

    private ModelArtifactReference destination(ModelArtifactReference source, PromotionStep step) {
        return transfer.destination(source, step.project(), step.model(), step.version(), step.to());
    }

    private void discard(PromotionStep step, ModelArtifactReference copy) {
        boolean neverLedThere = champions
                .reigns(step.project(), step.model(), step.version(), step.to())
                .isEmpty();
        if (!step.isEntry() && neverLedThere) {
            transfer.discard(copy);
        }
    }
}
