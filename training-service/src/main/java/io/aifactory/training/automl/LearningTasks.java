package io.aifactory.training.automl;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.training.table.Column;
import io.aifactory.training.table.ModelRows;
import io.aifactory.training.table.Table;
import java.util.stream.IntStream;

/** Makes a learning task of two tables; rows without a label are left out. */
final class LearningTasks {

    private static final int FEWEST_ROWS = 20;

    private LearningTasks() {}

    /**
     * The task.
     *
     * @throws SearchRefused when the tables differ, lack the label, or have too few rows, classes or features
     */
    static LearningTask of(Table train, Table validate, SearchSettings settings) {
        var gold = GoldSchema.of(train, validate, settings.mlType(), settings.label(), settings.leftOut());
        var learnFrom = rows(gold.schema(), train);
        if (learnFrom.count() < FEWEST_ROWS) {
            throw new SearchRefused("The train set has %d rows with a label, a search needs %d"
                    .formatted(learnFrom.count(), FEWEST_ROWS));
        }
        return new LearningTask(gold.schema(), learnFrom, rows(gold.schema(), validate), gold.leftOut());
    }

    private static TrainingRows rows(FeatureSchema schema, Table table) {
        var label = GoldSchema.label(table, schema.label());
        var labelled = IntStream.range(0, table.rowCount())
                .filter(row -> label.text(row) != null)
                .toArray();
        var labels = new double[labelled.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labelNumber(schema, label, labelled[i]);
        }
        return new TrainingRows(ModelRows.encode(schema, table, labelled), labels);
    }

    private static double labelNumber(FeatureSchema schema, Column label, int row) {
        return schema.mlType() == MlType.REGRESSION && label instanceof Column.Numbers numbers
                ? numbers.values()[row]
                : schema.classes().indexOf(label.text(row));
    }
}
