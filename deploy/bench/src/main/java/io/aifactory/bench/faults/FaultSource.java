package io.aifactory.bench.faults;

import java.util.Optional;

/** Tells which fault comes next. */
interface FaultSource {

    /** Returns the next fault and how long it keeps away; nothing when there are no more. */
    Optional<Planned> next();

    /** Returns whether a run may be over although more faults could come. */
    boolean endless();
}
