package io.aifactory.promotion.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.PromotionApproved;
import io.aifactory.contracts.events.PromotionRejected;
import io.aifactory.contracts.events.PromotionRequested;
import io.aifactory.promotion.comparison.GateResult;
import io.aifactory.promotion.comparison.TestSet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests for {@link Promotion}. */
class PromotionTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:15:43Z");
    private static final TestSet TEST_SET = new TestSet(DatasetName.GOLD, LakeLayer.GOLD_TEST, EnvironmentTier.DEV, 1);

    @Test
    void waitsForApprovalAndSaysSo() {
        Promotion promotion = awaitingPromotion();

        assertThat(promotion.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(PromotionRequested.class, requested -> {
                    assertThat(requested.promotionId()).isEqualTo(promotion.id().value());
                    assertThat(requested.from()).isEqualTo(EnvironmentTier.DEV);
                    assertThat(requested.to()).isEqualTo(EnvironmentTier.TEST);
                    assertThat(requested.requestedBy()).isEqualTo("anna@contoso.com");
                });
    }

    @Test
    void becomesChampionByTheApproversName() {
        Promotion promotion = awaitingPromotion();
        promotion.approve(new Ruling("carla@contoso.com", "fine", NOW));
        var artifact = new ModelArtifactReference(new LakeFile(EnvironmentTier.TEST, "a"), "0".repeat(64), 1);

        promotion.promote(artifact, 1, NOW);

        assertThat(promotion.state()).isEqualTo(PromotionState.PROMOTED);
        assertThat(promotion.takeEvents())
                .hasAtLeastOneElementOfType(PromotionApproved.class)
                .last()
                .isInstanceOfSatisfying(ModelPromoted.class, promoted -> {
                    assertThat(promoted.approvedBy()).isEqualTo("carla@contoso.com");
                    assertThat(promoted.replaced()).isEqualTo(1);
                });
    }

    @Test
    void failedComparisonEndsItWithEveryReason() {
        Promotion promotion = Promotion.request(step(), "anna@contoso.com", NOW);

        promotion.judge(failed(), NOW);

        assertThat(promotion.state()).isEqualTo(PromotionState.GATES_FAILED);
        assertThat(promotion.takeEvents()).singleElement().isInstanceOfSatisfying(PromotionRejected.class, rejected -> {
            assertThat(rejected.rejectedBy()).isEqualTo("comparison");
            assertThat(rejected.reasons()).containsExactly("one", "two");
        });
    }

    @Test
    void comparisonThatFailsLaterTakesAnApprovalBack() {
        Promotion promotion = awaitingPromotion();
        promotion.approve(new Ruling("carla@contoso.com", null, NOW));

        promotion.judge(failed(), NOW);

        assertThat(promotion.state()).isEqualTo(PromotionState.GATES_FAILED);
        assertThatThrownBy(() -> promotion.approve(new Ruling("carla@contoso.com", null, NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void comparisonThatPassesAgainChangesNothingButTheFigures() {
        Promotion promotion = awaitingPromotion();

        promotion.judge(new GateResult.Passed(3, TEST_SET, List.of()), NOW);

        assertThat(promotion.state()).isEqualTo(PromotionState.AWAITING_APPROVAL);
        assertThat(promotion.verdict().champion()).isEqualTo(3);
    }

    @Test
    void isDecidedOnlyOnce() {
        Promotion promotion = awaitingPromotion();
        promotion.reject(new Ruling("carla@contoso.com", "not now", NOW), "not now");

        assertThatThrownBy(() -> promotion.approve(new Ruling("dan@contoso.com", null, NOW)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("REJECTED");
    }

    @Test
    void newerRequestTakesItsPlaceWithTheReason() {
        Promotion older = awaitingPromotion();
        Promotion newer = awaitingPromotion();

        older.supersede(newer, NOW);

        assertThat(older.state()).isEqualTo(PromotionState.SUPERSEDED);
        assertThat(older.reasons())
                .singleElement()
                .asString()
                .contains(newer.id().value());
    }

    private static Promotion awaitingPromotion() {
        Promotion promotion = Promotion.request(step(), "anna@contoso.com", NOW);
        promotion.judge(new GateResult.Passed(null, TEST_SET, List.of()), NOW);
        promotion.awaitApproval();
        return promotion;
    }

    private static GateResult failed() {
        return new GateResult.Failed(1, TEST_SET, List.of(), List.of("one", "two"));
    }

    private static PromotionStep step() {
        return new PromotionStep(
                new ProjectId("project001"), new ModelName("11_diabetes_model_reg"), 2, EnvironmentTier.TEST);
    }
}
