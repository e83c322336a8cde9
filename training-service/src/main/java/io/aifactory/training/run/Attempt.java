package io.aifactory.training.run;

/**
 * One try to bring a run to its end. A process that was paused may wake up when another has begun the run again; the
 * number tells whose result counts: the last one's.
 *
 * @param run the run as it was before
 * @param number counts how often the run was begun; 0 while it never was
 */
record Attempt(TrainingRun run, int number) {

    /** The run's last attempt as far as this process knows. */
    static Attempt last(TrainingRun run) {
        return new Attempt(run, run.progress().attempts());
    }
}
