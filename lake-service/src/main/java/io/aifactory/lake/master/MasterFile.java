package io.aifactory.lake.master;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.MasterPath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that landed in master, and what became of the content that was looked at last.
 *
 * @param environment in whose lake
 * @param path where
 * @param number its place among all that was looked at: of two contents the newer has the greater
 * @param etag which content the storage says it was
 * @param sha256 the hash of that content
 * @param state what became of it
 * @param reason why it can't be used; absent unless it was rejected
 * @param lookedAt when
 */
record MasterFile(
        EnvironmentTier environment,
        MasterPath.In path,
        long number,
        String etag,
        String sha256,
        State state,
        @Nullable String reason,
        Instant lookedAt) {

    private static final long NUMBERS_PER_DAY = 10_000_000_000L;

    /** What became of a file. */
    enum State {
        /** It is being looked at. May become any of the others. */
        NEW,
        /** Its rows are in bronze. NEW when it changes. */
        COMMITTED,
        /** It can't be used. NEW when it changes. */
        REJECTED
    }

    /** Returns its place in its dataset: later days are newer, and of one day what was looked at later. */
    long precedence() {
        return path.date().toEpochDay() * NUMBERS_PER_DAY + number;
    }

    /** Returns the id of the commit that adds its rows: the same as long as its content is. */
    CommitId commitId() {
        return new CommitId("file %d %s".formatted(number, sha256));
    }
}
