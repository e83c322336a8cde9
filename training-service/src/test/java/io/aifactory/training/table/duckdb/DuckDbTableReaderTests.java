package io.aifactory.training.table.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.training.GoldFiles;
import io.aifactory.training.table.Column;
import io.aifactory.training.table.TableUnreadable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTableReaderTests {

    private final DuckDbTableReader reader = new DuckDbTableReader("128MB", 1);

    @TempDir
    private Path folder;

    @Test
    void readsColumnsByTheirTypes() {
        var file = GoldFiles.query(folder.resolve("a b.parquet"), """
                SELECT * FROM (VALUES (1, 2.5, 1.25::decimal(5,2), true, 'x', DATE '2026-11-20'),
                                      (NULL, NULL, NULL, NULL, NULL, NULL)) t(whole, real, exact, truth, word, day)""");

        var table = reader.read(file);

        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.columns())
                .containsExactly(
                        new Column.Numbers("whole", 1, Double.NaN),
                        new Column.Numbers("real", 2.5, Double.NaN),
                        new Column.Numbers("exact", 1.25, Double.NaN),
                        new Column.Numbers("truth", 1, Double.NaN),
                        new Column.Texts("word", "x", null),
                        new Column.Unreadable("day", "DATE"));
    }

    @Test
    void readsFileWhoseNameHasQuote() {
        var plain = GoldFiles.query(folder.resolve("plain.parquet"), "SELECT 1 AS one");
        var file = folder.resolve("o'clock.parquet");
        assertThat(plain.toFile().renameTo(file.toFile())).isTrue();

        assertThat(reader.read(file).columnNames()).containsExactly("one");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatExceptionOfType(TableUnreadable.class)
                .isThrownBy(() -> reader.read(folder.resolve("none.parquet")))
                .withMessageStartingWith("none.parquet can't be read");
    }
}
