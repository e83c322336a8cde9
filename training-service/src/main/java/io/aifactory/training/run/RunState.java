package io.aifactory.training.run;

/** Where a training run stands. */
public enum RunState {
    /** Asked for; becomes RUNNING when it is its turn. */
    REQUESTED,
    /** At work, by a process that may die; becomes COMPLETED or FAILED. */
    RUNNING,
    /** Made a model version; the end. */
    COMPLETED,
    /** Made none, with a reason; the end. */
    FAILED;

    boolean isEnd() {
        return this == COMPLETED || this == FAILED;
    }
}
