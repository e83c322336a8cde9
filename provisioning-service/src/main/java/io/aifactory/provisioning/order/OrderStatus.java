package io.aifactory.provisioning.order;

/** How far an order has come. */
public enum OrderStatus {
    /** It is there; it becomes accepted or rejected. */
    SUBMITTED,
    /** It is valid and its project has a number; its environments come into progress. */
    ACCEPTED,
    /** It cannot be taken, and nothing was made. Final. */
    REJECTED,
    /** Environments are being made; it ends completed or failed. */
    IN_PROGRESS,
    /** All environments are there. Final. */
    COMPLETED,
    /** An environment could not be made. Final. */
    FAILED;

    /** Returns whether an order in this status may come into the given one. */
    boolean canBecome(OrderStatus next) {
        return switch (this) {
            case SUBMITTED -> next == ACCEPTED || next == REJECTED;
            case ACCEPTED -> next == IN_PROGRESS;
            case IN_PROGRESS -> next == COMPLETED || next == FAILED;
            case REJECTED, COMPLETED, FAILED -> false;
        };
    }
}
