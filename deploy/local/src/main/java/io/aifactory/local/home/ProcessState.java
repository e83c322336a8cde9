package io.aifactory.local.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One process of the factory as its supervisor last saw it.
 *
 * @param name its name
 * @param port the port it answers on
 * @param phase what it does
 * @param pid its process id while it runs
 * @param started when the process was started, to tell it from a later one with the same id
 * @param since since when it is in this phase
 * @param restarts how often it had to be started again
 */
public record ProcessState(
        String name,
        int port,
        Phase phase,
        @Nullable Long pid,
        @Nullable Instant started,
        Instant since,
        int restarts) {

    /** What a process does. */
    public enum Phase {
        /** It waits for others to be ready. */
        WAITING,
        /** It runs and is not ready yet, or not any more. */
        STARTING,
        /** It does its work. */
        READY,
        /** It died and is about to be started again. */
        RESTARTING,
        /** It has been stopped. */
        STOPPED
    }
}
