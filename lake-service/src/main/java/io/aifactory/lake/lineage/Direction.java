package io.aifactory.lake.lineage;

import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.InvalidName;
import java.util.List;
import java.util.Locale;

/** Which way lineage is followed. */
enum Direction {
    /** To what something was made from. */
    UPSTREAM,
    /** To what was made from it. */
    DOWNSTREAM,
    /** Both ways. */
    BOTH;

    /**
     * Returns the direction of the given label.
     *
     * @throws InvalidName if there is none
     */
    static Direction of(String label) {
        for (var candidate : values()) {
            if (candidate.label().equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("direction", label, "one of upstream, downstream, both");
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Way> ways() {
        return switch (this) {
            case UPSTREAM -> List.of(Way.UP);
            case DOWNSTREAM -> List.of(Way.DOWN);
            case BOTH -> List.of(Way.UP, Way.DOWN);
        };
    }
}
