package io.aifactory.bench.refine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A step on the way of a file through the layers, each with the statistics of what it makes. */
enum Phase {
    /** The file is read to its end, every value as text. */
    BRONZE,
    /** Values get types, rows are checked. */
    SILVER,
    /** Rows are brought into the order of their key. */
    GOLD,
    /** Train, validate and test. */
    SPLIT,
    /** What tells a table's content from another, where it is a step of its own; the factory takes it with the statistics. */
    FINGERPRINT;

    /** Returns its name as people read it. */
    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
