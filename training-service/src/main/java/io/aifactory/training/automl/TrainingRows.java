package io.aifactory.training.automl;

import java.util.Arrays;

/** Encoded rows with their labels: the number to predict, or the position of the class. */
public final class TrainingRows {

    private final float[][] rows;
    private final double[] labels;

    /** Takes over the arrays. */
    public TrainingRows(float[][] rows, double[] labels) {
        if (rows.length != labels.length) {
            throw new IllegalArgumentException("%d rows, %d labels".formatted(rows.length, labels.length));
        }
        this.rows = rows;
        this.labels = labels;
    }

    public int count() {
        return rows.length;
    }

    public float[][] rows() {
        return rows;
    }

    public double[] labels() {
        return labels;
    }

    /** The labels as floats, as the libraries take them. */
    public float[] floatLabels() {
        var floats = new float[labels.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) labels[i];
        }
        return floats;
    }

    /** All values, row after row. */
    public float[] flat() {
        int width = rows.length == 0 ? 0 : rows[0].length;
        var flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return flat;
    }

    /** Only the rows at these positions. */
    public TrainingRows at(int[] positions) {
        return new TrainingRows(
                Arrays.stream(positions).mapToObj(i -> rows[i]).toArray(float[][]::new),
                Arrays.stream(positions).mapToDouble(i -> labels[i]).toArray());
    }

    /** These rows and then the others. */
    public TrainingRows and(TrainingRows others) {
        var allRows = Arrays.copyOf(rows, count() + others.count());
        var allLabels = Arrays.copyOf(labels, allRows.length);
        System.arraycopy(others.rows, 0, allRows, count(), others.count());
        System.arraycopy(others.labels, 0, allLabels, count(), others.count());
        return new TrainingRows(allRows, allLabels);
    }
}
