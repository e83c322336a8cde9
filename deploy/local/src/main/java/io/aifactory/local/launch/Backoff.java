package io.aifactory.local.launch;

import java.time.Duration;

/** How long to wait before a process that keeps dying is started again: twice as long each time, up to a limit. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Backoff() {}

    /** Returns the wait after the given number of deaths in a row, 1 being the first. */
    static Duration after(int deaths) {
        var doubled = FIRST.multipliedBy(1L << Math.min(deaths - 1, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
