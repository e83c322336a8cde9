package io.aifactory.training.automl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.Feature;
import io.aifactory.training.table.Column;
import io.aifactory.training.table.Table;
import io.aifactory.training.testscoring.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningTasksTests {

    private static final int ROWS = 200;

    @Test
    void makesFeaturesOfNumbersAndFewTexts() {
        var task = LearningTasks.of(table(), table(), settings(MlType.REGRESSION, "y", Metric.RMSE));

        assertThat(task.schema().features())
                .containsExactly(
                        Feature.numeric("size"), Feature.categorical("colour", List.of("blue", "green", "red")));
        assertThat(task.train().rows()[1]).containsExactly(1f, 1f);
        assertThat(task.leftOut())
                .containsEntry("id", "left out by the settings")
                .containsEntry("name", "200 different texts, at most 100 can be categories")
                .containsEntry("born", "type DATE can't be a feature");
    }

    @Test
    void leavesRowsWithoutLabelOut() {
        var task = LearningTasks.of(table(), table(), settings(MlType.REGRESSION, "y", Metric.RMSE));

        assertThat(task.train().count()).isEqualTo(ROWS - 1);
    }

    @Test
    void ordersClassesThatAreNumbersByValue() {
        var task = LearningTasks.of(table(), table(), settings(MlType.CLASSIFICATION, "grade", Metric.AUC));

        assertThat(task.schema().classes()).containsExactly("2", "10", "30");
        assertThat(task.train().labels()[2]).isEqualTo(2.0);
    }

    @Test
    void refusesTextAsLabelOfRegression() {
        assertRefused(
                table(),
                settings(MlType.REGRESSION, "colour", Metric.RMSE),
                "Label 'colour' is no number, regression needs one");
    }

    @Test
    void refusesTooManyClasses() {
        assertRefused(
                table(),
                settings(MlType.CLASSIFICATION, "name", Metric.AUC),
                "Label 'name' has 200 classes, classification takes 2 to 100");
    }

    @Test
    void refusesTooFewRows() {
        var table = new Table(2, List.of(new Column.Numbers("size", 1, 2), new Column.Numbers("y", 1, 2)));

        assertRefused(
                table,
                settings(MlType.REGRESSION, "y", Metric.RMSE),
                "The train set has 2 rows with a label, a search needs 20");
    }

    @Test
    void refusesDataWithoutFeatures() {
        var table = new Table(1, List.of(new Column.Numbers("id", 1), new Column.Numbers("y", 1)));

        assertRefused(
                table,
                settings(MlType.REGRESSION, "y", Metric.RMSE),
                "No column can be a feature: {id=left out by the settings}");
    }

    @Test
    void refusesSetsWithDifferentColumns() {
        var other = new Table(1, List.of(new Column.Numbers("y", 1)));

        assertThatExceptionOfType(SearchRefused.class)
                .isThrownBy(() -> LearningTasks.of(other, table(), settings(MlType.REGRESSION, "y", Metric.RMSE)))
                .withMessageStartingWith("The train set has columns [y], the validate set [id, size");
    }

    private static void assertRefused(Table table, SearchSettings settings, String reason) {
        assertThatExceptionOfType(SearchRefused.class)
                .isThrownBy(() -> LearningTasks.of(table, table, settings))
                .withMessage(reason);
    }

    private static Table table() {
        var numbers = IntStream.range(0, ROWS).mapToDouble(i -> i).toArray();
        var labels = numbers.clone();
        labels[5] = Double.NaN;
        return new Table(
                ROWS,
                List.of(
                        new Column.Numbers("id", numbers),
                        new Column.Numbers("size", numbers),
                        new Column.Texts("colour", texts("red", "green", "blue")),
                        new Column.Texts(
                                "name",
                                IntStream.range(0, ROWS).mapToObj(i -> "n" + i).toArray(String[]::new)),
                        new Column.Unreadable("born", "DATE"),
                        new Column.Texts("grade", texts("10", "2", "30")),
                        new Column.Numbers("y", labels)));
    }

    private static String[] texts(String... some) {
        return IntStream.range(0, ROWS).mapToObj(i -> some[i % some.length]).toArray(String[]::new);
    }

    private static SearchSettings settings(MlType mlType, String label, Metric metric) {
        var keys = label.equals("grade") ? Set.of("id") : Set.of("id", "grade");
        return new SearchSettings(mlType, label, keys, metric, 5, 42, Duration.ofSeconds(10), 1);
    }
}
