package io.aifactory.contracts.access;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names that somebody probably meant, by Levenshtein's distance; upper and lower case are the same. */
public final class NearestNames {

    private static final int FEWEST_EDITS = 2;

    private NearestNames() {}

    /** Returns at most that many of the names, the nearest to what was written first, however far they are. */
    public static List<String> of(String written, Collection<String> names, int most) {
        return sorted(written, names).limit(most).toList();
    }

    /** Returns the name that was meant; empty if none is so near that it can have been. */
    public static Optional<String> meant(String written, Collection<String> names) {
        int tolerated = Math.max(FEWEST_EDITS, written.length() / 2);
        return sorted(written, names).findFirst().filter(name -> edits(written, name) <= tolerated);
    }

    private static Stream<String> sorted(String written, Collection<String> names) {
        return names.stream()
                .sorted(comparingInt((String name) -> edits(written, name)).thenComparing(naturalOrder()));
    }

    /** Returns how many characters have to be added, removed or exchanged. */
    static int edits(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] above = IntStream.rangeClosed(0, to.length()).toArray();
        for (int row = 1; row <= from.length(); row++) {
            above = nextRow(above, row, from.charAt(row - 1), to);
        }
        return above[to.length()];
    }

    private static int[] nextRow(int[] above, int row, char character, String to) {
        var current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int exchanged = above[column - 1] + (to.charAt(column - 1) == character ? 0 : 1);
            current[column] = Math.min(exchanged, 1 + Math.min(above[column], current[column - 1]));
        }
        return current;
    }
}
