package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What is to happen when. An entry that no longer matters stays until it is due; whoever takes it checks. */
final class Timetable<T> {

    private record Entry<T>(Instant at, T what) {}

    private final PriorityQueue<Entry<T>> entries = new PriorityQueue<>(Comparator.comparing(Entry::at));

    void add(Instant at, T what) {
        entries.add(new Entry<>(at, what));
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
