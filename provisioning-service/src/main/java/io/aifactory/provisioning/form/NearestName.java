package io.aifactory.provisioning.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant, by Levenshtein's distance. */
final class NearestName {

    private static final int FEWEST_EDITS = 2;

    private NearestName() {}

    static Optional<String> among(Collection<String> names, String written) {
        int tolerated = Math.max(FEWEST_EDITS, written.length() / 2);
        return names.stream()
                .min(Comparator.comparingInt((String name) -> distance(name, written))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(name, written) <= tolerated);
    }

    private static int distance(String one, String other) {
        return edits(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    private static int edits(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            above = nextRow(above, one.charAt(row - 1), other, row);
        }
        return above[other.length()];
    }

    private static int[] nextRow(int[] above, char letter, String other, int row) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < above.length; column++) {
            int changed = above[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(changed, Math.min(above[column], current[column - 1]) + 1);
        }
        return current;
    }
}
