package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What is to happen when; what is due at the same time comes in the order it was added. An entry that no longer matters stays until it is due; whoever takes it checks. */
final class Timetable<T> {

    private record Entry<T>(Instant at, long turn, T what) {}

    private final PriorityQueue<Entry<T>> entries = new PriorityQueue<>(
            Comparator.<Entry<T>, Instant>comparing(Entry::at).thenComparingLong(Entry::turn));
    private long turns;

    void add(Instant at, T what) {
        entries.add(new Entry<>(at, turns++, what));
    }

    List<T> takeDue(Instant now) {
        List<T> due = new ArrayList<>();
        for (Entry<T> first = entries.peek(); first != null && !first.at().isAfter(now); first = entries.peek()) {
            due.add(first.what());
            entries.remove();
        }
        return due;
    }
}
