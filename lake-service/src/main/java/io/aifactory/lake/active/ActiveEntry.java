package io.aifactory.lake.active;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an active file says for one environment.
 *
 * @param day the only day whose files count; absent if all do
 * @param modelVersion the version whose data is made ready to be scored: 0 if every version's is, below 0 if none is
 */
record ActiveEntry(@Nullable LocalDate day, int modelVersion) {

    /** What holds where nothing is said: all days, every version. */
    static final ActiveEntry EVERYTHING = new ActiveEntry(null, 0);
}
