package io.aifactory.scoring.online;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with rows; counts on when there is more than anybody would read. */
final class RowReasons {

    private static final int MOST = 100;

    private final List<String> reasons = new ArrayList<>();
    private int more;

    void add(int row, String column, String reason) {
        add("row %d, column '%s': %s".formatted(row, column, reason));
    }

    void add(int row, String reason) {
        add("row %d: %s".formatted(row, reason));
    }

    void throwIfAny() {
        if (more > 0) {
            reasons.add("and %d more".formatted(more));
        }
        if (!reasons.isEmpty()) {
            throw new InvalidRows(reasons);
        }
    }

    private void add(String reason) {
        if (reasons.size() < MOST) {
            reasons.add(reason);
        } else {
            more++;
        }
    }
}
