package io.aifactory.lake.reconciliation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that failed and is tried again, ever more slowly, down to once a minute. It is never given up, because the reason may
 * pass; but what fails again and again needs a person, so every tenth failure in a row is an error in the log.
 *
 * @param work what failed, as the job calls it
 * @param failures how often it failed in a row
 */
record FailedWork(String work, int failures) {

    private static final Logger LOG = LoggerFactory.getLogger(FailedWork.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int PAUSES_TO_DOUBLE = 6;
    private static final int FAILURES_TO_TELL = 10;

    /** Returns how long to wait before it is tried again. */
    Duration pause() {
        return failures > PAUSES_TO_DOUBLE ? LONGEST_PAUSE : Duration.ofSeconds(1L << (failures - 1));
    }

    void tell(@Nullable Throwable cause) {
        if (failures % FAILURES_TO_TELL == 0) {
            LOG.error("{} failed {} times in a row and goes on being tried", work, failures, cause);
        }
    }
}
