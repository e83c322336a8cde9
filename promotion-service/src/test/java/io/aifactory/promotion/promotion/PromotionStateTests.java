package io.aifactory.promotion.promotion;

import static io.aifactory.promotion.promotion.PromotionState.APPROVED;
import static io.aifactory.promotion.promotion.PromotionState.AWAITING_APPROVAL;
import static io.aifactory.promotion.promotion.PromotionState.GATES_FAILED;
import static io.aifactory.promotion.promotion.PromotionState.GATES_PASSED;
import static io.aifactory.promotion.promotion.PromotionState.PROMOTED;
import static io.aifactory.promotion.promotion.PromotionState.REJECTED;
import static io.aifactory.promotion.promotion.PromotionState.REQUESTED;
import static io.aifactory.promotion.promotion.PromotionState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests for {@link PromotionState}. */
class PromotionStateTests {

    @Test
    void onlyAnApprovedPromotionBecomesChampion() {
        assertThat(PromotionState.values())
                .allSatisfy(state -> assertThat(state.canTransitionTo(PROMOTED)).isEqualTo(state == APPROVED));
    }

    @Test
    void nobodyApprovesBeforeTheComparison() {
        assertThat(successors(REQUESTED)).containsExactlyInAnyOrder(GATES_PASSED, GATES_FAILED);
        assertThat(successors(GATES_PASSED)).containsExactlyInAnyOrder(AWAITING_APPROVAL, APPROVED);
    }

    @Test
    void comparisonHasTheLastWordUntilTheEnd() {
        assertThat(AWAITING_APPROVAL.canTransitionTo(GATES_FAILED)).isTrue();
        assertThat(APPROVED.canTransitionTo(GATES_FAILED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"GATES_FAILED", "REJECTED", "SUPERSEDED", "PROMOTED"})
    void nothingFollowsAnEnd(PromotionState end) {
        assertThat(end.isFinal()).isTrue();
        assertThat(successors(end)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "GATES_PASSED", "AWAITING_APPROVAL", "APPROVED"})
    void everyOtherStateGoesOn(PromotionState state) {
        assertThat(state.isFinal()).isFalse();
        assertThat(successors(state)).isNotEmpty();
    }

    @Test
    void onlyWhatNobodyDecidedIsSuperseded() {
        assertThat(successors(AWAITING_APPROVAL)).contains(SUPERSEDED, REJECTED);
        assertThat(APPROVED.canTransitionTo(SUPERSEDED)).isFalse();
    }

    private static Set<PromotionState> successors(PromotionState state) {
        var successors = EnumSet.noneOf(PromotionState.class);
        Arrays.stream(PromotionState.values()).filter(state::canTransitionTo).forEach(successors::add);
        return successors;
    }
}
