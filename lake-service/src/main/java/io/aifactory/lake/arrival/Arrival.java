package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that landed, and what is known of it.
 *
 * @param file the file
 * @param number its place among all arrivals: of two contents the newer has the greater
 * @param sightings how often the storage has spoken of it
 * @param state whether it can be used
 * @param expectedBytes how long the file is at least, once it is whole
 * @param toldAt when the storage spoke of it last
 * @param etag which content was looked at last; absent until then
 * @param sha256 the hash of the content that was looked at last; absent until then
 * @param columns its columns, if it was accepted when it was looked at last
 */
public record Arrival(
        InFile file,
        long number,
        long sightings,
        State state,
        long expectedBytes,
        Instant toldAt,
        @Nullable String etag,
        @Nullable String sha256,
        List<String> columns) {

    private static final long NUMBERS_PER_DAY = 10_000_000_000L;

    /** Whether a file can be used. */
    public enum State {
        /** Nobody has looked yet, or it has changed since. May become any of the others. */
        NEW,
        /** It is still being copied. NEW when it changes, any of the others when it is looked at again. */
        INCOMPLETE,
        /** It is part of its dataset. NEW when it changes, or how it is read does. */
        ACCEPTED,
        /** It can't be used. NEW when it changes, or what is expected of it does. */
        REJECTED,
        /** It was taken away. NEW when it comes back. */
        GONE
    }

    public Arrival {
        columns = List.copyOf(columns);
    }

    /** Returns whether somebody has to look at it. */
    public boolean isUndecided() {
        return state == State.NEW || state == State.INCOMPLETE;
    }

    /** Returns whether it was part of its dataset with the content that the given ETag stands for. */
    public boolean wasAcceptedWith(String currentEtag) {
        return currentEtag.equals(etag) && wasAccepted();
    }

    /** Returns whether it was part of its dataset when it was looked at last before it changed or was taken away. */
    public boolean wasAccepted() {
        return !columns.isEmpty();
    }

    /** Returns the file's place in its dataset: later days are newer, and of one day what arrived later. */
    public long precedence() {
        return file.date().toEpochDay() * NUMBERS_PER_DAY + number;
    }
}
