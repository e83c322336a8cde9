package io.aifactory.lake.lineage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a node of the lineage is. */
public enum NodeKind {
    /** A file that was handed in, with one content. */
    FILE,
    /** A dataset version. */
    DATASET,
    /** A model version. */
    MODEL,
    /** The scored rows of one scoring. */
    SCORING;

    /** Returns the kind as it stands in answers. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
