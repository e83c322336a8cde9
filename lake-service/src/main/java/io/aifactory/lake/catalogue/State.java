package io.aifactory.lake.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a version's files are there. */
enum State {
    /** They are. */
    AVAILABLE,
    /** They were removed; what is known of them stays. */
    REMOVED;

    static State of(@Nullable Object removedAt) {
        return removedAt == null ? AVAILABLE : REMOVED;
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
