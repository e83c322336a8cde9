package io.aifactory.localbus.numbers;

import java.time.Instant;
import java.util.Arrays;

/**
 * What is to happen when, by number; what is due at the same time comes in the order of the numbers. An entry that no
 * longer matters stays until it is due; whoever takes it checks.
 */
public final class Timetable {

    private static final int SMALLEST = 16;

    private long[] times = new long[SMALLEST];
    private long[] numbers = new long[SMALLEST];
    private int size;

    public void add(Instant at, long number) {
        if (size == times.length) {
            resize(2 * size);
        }
        rise(size++, at.toEpochMilli(), number);
    }

    /** Takes out what is due. */
    public long[] takeDue(Instant now) {
        long[] due = new long[0];
        int taken = 0;
        while (size > 0 && times[0] <= now.toEpochMilli()) {
            due = taken < due.length ? due : Arrays.copyOf(due, Math.max(SMALLEST, 2 * taken));
            due[taken++] = takeFirst();
        }
        return Arrays.copyOf(due, taken);
    }

    private long takeFirst() {
        long first = numbers[0];
        size--;
        sink(times[size], numbers[size]);
        if (times.length > SMALLEST && 4 * size < times.length) {
            resize(times.length / 2);
        }
        return first;
    }

    private void rise(int from, long time, long number) {
        int place = from;
        while (place > 0 && isBefore(time, number, (place - 1) / 2)) {
            copy((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        times[place] = time;
        numbers[place] = number;
    }

    private void sink(long time, long number) {
        int place = 0;
        for (int child = earlierChild(place);
                child < size && !isBefore(time, number, child);
                child = earlierChild(place)) {
            copy(child, place);
            place = child;
        }
        times[place] = time;
        numbers[place] = number;
    }

    private int earlierChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < size && isBefore(times[right], numbers[right], left) ? right : left;
    }

    private boolean isBefore(long time, long number, int place) {
        return time < times[place] || (time == times[place] && number < numbers[place]);
    }

    private void copy(int from, int to) {
        times[to] = times[from];
        numbers[to] = numbers[from];
    }

    private void resize(int length) {
        times = Arrays.copyOf(times, length);
        numbers = Arrays.copyOf(numbers, length);
    }
}
