package io.aifactory.contracts.model;

/**
 * Scores rows with one model. Safe for use by many threads at once; the same row always gives the same scores.
 *
 * <p>A row has one float per feature in the order of the model's {@link FeatureSchema}, NaN where a value is missing.
 * A score is one number for regression, and one probability per class, in the schema's order, for classification.
 */
public interface Scorer extends AutoCloseable {

    /** Numbers in a row. */
    int featureCount();

    /** Numbers in a score: 1 for regression, the number of classes for classification. */
    int outputCount();

    /**
     * Scores one row.
     *
     * @throws IllegalArgumentException when the row has another length than {@link #featureCount()}
     */
    double[] score(float[] row);

    /** Scores many rows; the result has the order of the rows. */
    default double[][] scoreAll(float[][] rows) {
        var scores = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = score(rows[i]);
        }
        return scores;
    }

    /** Frees what the model holds outside the heap. No row may be scored afterwards. */
    @Override
    void close();

    /** Refuses a row that doesn't have the model's length. */
    static void requireLength(float[] row, int featureCount) {
        if (row.length != featureCount) {
            throw new IllegalArgumentException(
                    "The row has %d values, the model takes %d".formatted(row.length, featureCount));
        }
    }
}
