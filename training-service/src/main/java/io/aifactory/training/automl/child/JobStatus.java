package io.aifactory.training.automl.child;

/** How a child ends, and the exit code that goes with it. */
enum JobStatus {
    /** There is a model. */
    COMPLETED(0),
    /** Something unexpected happened; the log has it. */
    BROKEN(1),
    /** The data or the settings don't allow a search. */
    REFUSED(2),
    /** A library of the operating system is missing. */
    LIBRARY_MISSING(3);

    private final int exitCode;

    JobStatus(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
