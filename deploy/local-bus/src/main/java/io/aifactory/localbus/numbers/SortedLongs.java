package io.aifactory.localbus.numbers;

import java.util.Arrays;

/** Numbers in rising order, each once; quick where new ones come at the end and old ones leave at the front. */
public final class SortedLongs {

    private static final int SMALLEST = 8;

    private long[] numbers = new long[SMALLEST];
    private int start;
    private int end;

    /** Returns whether the number was not there. */
    public boolean add(long number) {
        int place = place(number);
        if (place >= 0) {
            return false;
        }
        insert(-place - 1, number);
        return true;
    }

    private void insert(int place, long number) {
        if (start > 0 && place - start <= end - place) {
            System.arraycopy(numbers, start, numbers, start - 1, place - start);
            start--;
            numbers[place - 1] = number;
            return;
        }
        int shift = makeRoom();
        int moved = place - shift;
        System.arraycopy(numbers, moved, numbers, moved + 1, end - moved);
        end++;
        numbers[moved] = number;
    }

    /** Makes sure there is room at the end; returns by how much everything has moved to the front. */
    private int makeRoom() {
        if (end < numbers.length) {
            return 0;
        }
        int shift = start;
        int size = size();
        long[] target = shift > size ? numbers : new long[size + Math.max(SMALLEST, size / 2)];
        System.arraycopy(numbers, start, target, 0, size);
        numbers = target;
        start = 0;
        end = size;
        return shift;
    }

    /** Returns whether the number was there. */
    public boolean remove(long number) {
        int place = place(number);
        if (place < 0) {
            return false;
        }
        if (place - start < end - place) {
            System.arraycopy(numbers, start, numbers, start + 1, place - start);
            start++;
        } else {
            System.arraycopy(numbers, place + 1, numbers, place, end - place - 1);
            end--;
        }
        return true;
    }

    private int place(long number) {
        if (end > start && number > numbers[end - 1]) {
            return -end - 1;
        }
        return Arrays.binarySearch(numbers, start, end, number);
    }

    /** The smallest; to be asked only when there is one. */
    public long first() {
        if (isEmpty()) {
            throw new IllegalStateException("There is no number");
        }
        return numbers[start];
    }

    public boolean isEmpty() {
        return start == end;
    }

    public int size() {
        return end - start;
    }
}
