package io.aifactory.localbus.store;

import io.aifactory.localbus.numbers.LongTable;

/** Counts how many messages refer to each payload. */
final class PayloadReferences {

    private final LongTable counts = new LongTable();

    void retain(long payload) {
        counts.put(payload, counts.get(payload) + 1);
    }

    /** Returns whether that was the last one. */
    boolean release(long payload) {
        long left = Math.max(0, counts.get(payload) - 1);
        counts.put(payload, left);
        return left == 0;
    }
}
