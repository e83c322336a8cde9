package io.aifactory.lake.arrival;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The place of an event among those of the same file. Two of the same length compare as text; others don't compare. */
final class Sequence {

    private Sequence() {}

    /** Returns it as it is kept: Azure writes digits above nine in either case. */
    static @Nullable String of(@Nullable String sequencer) {
        return sequencer == null || sequencer.isBlank() ? null : sequencer.toLowerCase(Locale.ROOT);
    }
}
