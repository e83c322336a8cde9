package io.aifactory.lake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.lake.engine.RowChanges.Cell;
import io.aifactory.lake.engine.RowChanges.Example;
import io.aifactory.lake.engine.RowChanges.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every comparison of tables has to do. */
public abstract class TableComparisonContract {

    @TempDir
    protected Path folder;

    /** Returns the comparison under test. */
    protected abstract TableComparison comparison();

    /** Writes a Parquet file with the rows of a query in standard SQL. */
    protected abstract Path table(String query);

    @Test
    void tellsAddedRemovedChangedAndUnchangedRows() {
        Path before = table("VALUES (1, 'a', 1.5), (2, 'b', NULL), (3, 'c', 3.5), (10, 'd', 4.5)");
        Path after = table("VALUES (10, 'd', 4.5), (2, 'b', 2.5), (3, 'C', 3.5), (4, 'e', 5.5)");

        assertThat(compare(before, after, 10))
                .contains(new RowChanges(
                        1,
                        1,
                        2,
                        1,
                        List.of(
                                new Example(Kind.ADDED, List.of("4"), List.of()),
                                new Example(Kind.REMOVED, List.of("1"), List.of()),
                                new Example(Kind.CHANGED, List.of("2"), List.of(new Cell("col2", null, "2.5"))),
                                new Example(Kind.CHANGED, List.of("3"), List.of(new Cell("col1", "c", "C"))))));
    }

    @Test
    void namesNoMoreRowsThanItIsAskedForAndCutsLongValues() {
        Path before = table("SELECT range, repeat('x', 200), 0 FROM range(1000)");
        Path after = table("SELECT range, repeat('y', 200), 0 FROM range(500, 2000)");

        RowChanges changes = compare(before, after, 3).orElseThrow();

        assertThat(List.of(changes.added(), changes.removed(), changes.changed(), changes.unchanged()))
                .containsExactly(1000L, 500L, 500L, 0L);
        assertThat(changes.examples())
                .extracting(example -> example.key().get(0))
                .containsExactly("1000", "1001", "1002", "0", "1", "2", "500", "501", "502");
        assertThat(changes.examples().get(6).cells().get(0).after())
                .hasSize(TableProfile.LONGEST_SAMPLE_VALUE)
                .endsWith("…");
    }

    @Test
    void comparesColumnsOfAnotherTypeByTheirText() {
        assertThat(compare(table("VALUES (1, '5', 0)"), table("VALUES (1, 5, 0)"), 10))
                .get()
                .extracting(RowChanges::unchanged)
                .isEqualTo(1L);
    }

    @Test
    void comparesNothingWhereTheKeyDoesNotTellRowsApart() {
        Path good = table("VALUES (1, 'a', 0)");

        assertThat(compare(good, table("VALUES (1, 'a', 0), (1, 'b', 0)"), 10)).isEmpty();
        assertThat(compare(table("VALUES (NULL, 'a', 0), (1, 'b', 0)"), good, 10))
                .isEmpty();
    }

    @Test
    void comparesWithAnEmptyTable() {
        Path empty = table("SELECT 1, 'a', 0 WHERE false");

        assertThat(compare(empty, table("VALUES (1, 'a', 0)"), 10).orElseThrow().added())
                .isEqualTo(1);
        assertThat(compare(empty, empty, 10)).contains(new RowChanges(0, 0, 0, 0, List.of()));
    }

    private Optional<RowChanges> compare(Path before, Path after, int examples) {
        var plan = new ComparisonPlan(List.of("col0"), List.of("col1", "col2"), examples);
        return comparison().compare(before, after, plan, folder.resolve("scratch"));
    }
}
