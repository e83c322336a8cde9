package io.aifactory.training.automl;

import io.aifactory.contracts.events.MlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Parts rows into folds of like size; for classification each class is spread over all folds. */
final class Folds {

    private final int[] foldOfRow;
    private final int count;

    private Folds(int[] foldOfRow, int count) {
        this.foldOfRow = foldOfRow;
        this.count = count;
    }

    static Folds of(double[] labels, MlType mlType, int count, long seed) {
        var strata = new TreeMap<Double, List<Integer>>();
        for (int i = 0; i < labels.length; i++) {
            double stratum = mlType == MlType.CLASSIFICATION ? labels[i] : 0;
            strata.computeIfAbsent(stratum, key -> new ArrayList<>()).add(i);
        }
        var random = new Random(seed);
        var foldOfRow = new int[labels.length];
        int next = 0;
        for (var rows : strata.values()) {
            Collections.shuffle(rows, random);
            for (int row : rows) {
                foldOfRow[row] = next++ % count;
            }
        }
        return new Folds(foldOfRow, count);
    }

    int count() {
        return count;
    }

    /** Positions of the rows that are held out by a fold. */
    int[] heldOut(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
    }

    /** Positions of the rows that a fold learns from. */
    int[] learnedFrom(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
    }

    @Override
    public String toString() {
        return Arrays.toString(foldOfRow);
    }
}
