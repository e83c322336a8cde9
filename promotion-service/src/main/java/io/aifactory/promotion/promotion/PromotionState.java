package io.aifactory.promotion.promotion;

/** Where a promotion stands. */
public enum PromotionState {
    /** Asked for. Next: the comparison's result. */
    REQUESTED,
    /** Better than the champion. Next: a person's decision, or approval by the settings. */
    GATES_PASSED,
    /** Not better than the champion, or not comparable. Final. */
    GATES_FAILED,
    /** Waits for a person. Next: the decision, a newer request in its place, or a comparison that fails by now. */
    AWAITING_APPROVAL,
    /** Approved; its artifact is on its way. Next: champion, or rejected if the way or the comparison fails. */
    APPROVED,
    /** Turned down by a person, or because its artifact was not whole. Final. */
    REJECTED,
    /** Replaced by a newer request before anybody decided. Final. */
    SUPERSEDED,
    /** Became the champion of its target. Final. */
    PROMOTED;

    /** Returns whether a promotion in this state may come to the next one. */
    public boolean canTransitionTo(PromotionState next) {
        return switch (this) {
            case REQUESTED -> next == GATES_PASSED || next == GATES_FAILED;
            case GATES_PASSED -> next == AWAITING_APPROVAL || next == APPROVED;
            case AWAITING_APPROVAL ->
                next == APPROVED || next == REJECTED || next == SUPERSEDED || next == GATES_FAILED;
            case APPROVED -> next == PROMOTED || next == REJECTED || next == GATES_FAILED;
            case GATES_FAILED, REJECTED, SUPERSEDED, PROMOTED -> false;
        };
    }

    /** Returns whether nothing more will happen. */
    public boolean isFinal() {
        return switch (this) {
            case REQUESTED, GATES_PASSED, AWAITING_APPROVAL, APPROVED -> false;
            case GATES_FAILED, REJECTED, SUPERSEDED, PROMOTED -> true;
        };
    }
}
