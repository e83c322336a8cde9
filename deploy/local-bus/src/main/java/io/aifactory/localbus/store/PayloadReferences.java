package io.aifactory.localbus.store;

import java.util.HashMap;
import java.util.Map;

/** Counts how many messages refer to each payload. */
final class PayloadReferences {

    private final Map<Long, Integer> counts = new HashMap<>();

    void retain(long payload) {
        counts.merge(payload, 1, Integer::sum);
    }

    /** Returns whether that was the last one. */
    boolean release(long payload) {
        return counts.computeIfPresent(payload, (number, count) -> count == 1 ? null : count - 1) == null;
    }
}
