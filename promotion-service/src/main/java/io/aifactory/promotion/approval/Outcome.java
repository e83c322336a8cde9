package io.aifactory.promotion.approval;

/** What a person decided. */
enum Outcome {
    /** The version may go on. */
    APPROVED,
    /** The version stays where it is. */
    REJECTED
}
