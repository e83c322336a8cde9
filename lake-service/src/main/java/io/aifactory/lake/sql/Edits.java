package io.aifactory.lake.sql;

import java.util.Locale;
import java.util.stream.IntStream;

/** How much one name has to be changed to be another. */
final class Edits {

    private Edits() {}

    /** Returns how many characters have to be added, removed or exchanged; upper and lower case are the same. */
    static int between(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] before = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            before = next(before, i, from.charAt(i - 1), to);
        }
        return before[to.length()];
    }

    private static int[] next(int[] before, int row, char character, String to) {
        var now = new int[before.length];
        now[0] = row;
        for (int j = 1; j < now.length; j++) {
            int exchanged = before[j - 1] + (to.charAt(j - 1) == character ? 0 : 1);
            now[j] = Math.min(exchanged, 1 + Math.min(before[j], now[j - 1]));
        }
        return now;
    }
}
