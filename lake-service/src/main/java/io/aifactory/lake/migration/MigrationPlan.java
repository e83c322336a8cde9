package io.aifactory.lake.migration;

import java.util.List;

/**
 * What a migration has to do.
 *
 * @param version the version of the lake as it says itself
 * @param moves what is to be moved, in this order
 * @param conflicts what can't be moved until somebody decides
 * @param leftAlone what stays where it is
 */
record MigrationPlan(String version, List<Move> moves, List<Remark> conflicts, List<Remark> leftAlone) {

    MigrationPlan {
        moves = List.copyOf(moves);
        conflicts = List.copyOf(conflicts);
        leftAlone = List.copyOf(leftAlone);
    }

    /**
     * What there is to say about a file.
     *
     * @param path where it lies
     * @param reason what there is to say
     */
    record Remark(String path, String reason) {}

    /** Returns whether nothing is left to be moved. */
    boolean isDone() {
        return moves.isEmpty() && conflicts.isEmpty();
    }
}
