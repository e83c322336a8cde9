package io.aifactory.localbus.numbers;

/** A number for each of many numbers, with {@value #NONE} for those that have none. */
public final class LongTable {

    /** What is found where nothing was put. */
    public static final long NONE = 0;

    private static final int SMALLEST = 64;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[SMALLEST];
    private long[] values = new long[SMALLEST];
    private int size;

    public long get(long key) {
        return values[slot(key)];
    }

    /** Puts a value in place of the one before; {@value #NONE} removes the key. */
    public void put(long key, long value) {
        if (value == NONE) {
            remove(key);
            return;
        }
        int slot = slot(key);
        if (values[slot] == NONE) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (2 * size > keys.length) {
            resize(2 * keys.length);
        }
    }

    private void remove(long key) {
        int slot = slot(key);
        if (values[slot] == NONE) {
            return;
        }
        size--;
        values[slot] = NONE;
        closeGap(slot);
        if (keys.length > SMALLEST && 16 * size < keys.length) {
            resize(keys.length / 4);
        }
    }

    /** Moves back what was put behind the slot only because that was taken. */
    private void closeGap(int slot) {
        int gap = slot;
        for (int next = after(gap); values[next] != NONE; next = after(next)) {
            int home = home(keys[next]);
            if (distance(home, next) >= distance(gap, next)) {
                keys[gap] = keys[next];
                values[gap] = values[next];
                values[next] = NONE;
                gap = next;
            }
        }
    }

    private int distance(int from, int to) {
        return (to - from) & (keys.length - 1);
    }

    private int slot(long key) {
        int slot = home(key);
        while (values[slot] != NONE && keys[slot] != key) {
            slot = after(slot);
        }
        return slot;
    }

    private int home(long key) {
        return (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (keys.length - 1);
    }

    private void resize(int length) {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[Math.max(SMALLEST, length)];
        values = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    public int size() {
        return size;
    }
}
