package io.aifactory.training.table;

import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.RowRefused;
import org.jspecify.annotations.Nullable;

/** Rows of a table as the floats a model reads. */
public final class ModelRows {

    private ModelRows() {}

    /**
     * Encodes some rows of a table that has all features of the schema.
     *
     * @throws RowRefused when a value can't be read as the schema has it
     */
    public static float[][] encode(FeatureSchema schema, Table table, int[] rows) {
        var encoded = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            encoded[i] = schema.emptyRow();
        }
        for (int feature = 0; feature < schema.features().size(); feature++) {
            var name = schema.features().get(feature).name();
            var column = table.column(name).orElseThrow(() -> new IllegalArgumentException("No column " + name));
            for (int i = 0; i < rows.length; i++) {
                encoded[i][feature] = encode(schema, feature, column, rows[i]);
            }
        }
        return encoded;
    }

    private static float encode(FeatureSchema schema, int feature, Column column, int row) {
        if (column instanceof Column.Numbers numbers) {
            double number = numbers.values()[row];
            return Double.isNaN(number) ? Float.NaN : schema.encode(feature, number);
        }
        return encodeText(schema, feature, column.text(row));
    }

    private static float encodeText(FeatureSchema schema, int feature, @Nullable String text) {
        return text == null ? Float.NaN : schema.encode(feature, text);
    }
}
