package io.aifactory.lake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.lake.engine.EngineFailed;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.TableReaderContract;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.reading.FilePreparation;
import io.aifactory.lake.engine.reading.ReadingProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Tests for {@link DuckDbTableReader}. */
class DuckDbTableReaderTests extends TableReaderContract {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final DataSize LARGEST = DataSize.ofMegabytes(48);

    static TableReader reader(Sandbox sandbox) {
        return new DuckDbTableReader(sandbox, new FilePreparation(new ReadingProperties(LARGEST)));
    }

    @Override
    protected TableReader reader() {
        return reader(new Sandbox(DataSize.ofMegabytes(512), 2, LONG_ENOUGH));
    }

    @Override
    protected List<List<String>> query(String sql) {
        return EmbeddedEngine.query(sql);
    }

    @Override
    protected void write(String query, Path parquet) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, parquet));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fileThatDoesNotFitIntoMemoryIsNotUnreadable(@TempDir Path home) throws IOException {
        var reader = reader(new Sandbox(DataSize.ofMegabytes(1), 1, LONG_ENOUGH));
        String lines = IntStream.range(0, 20_000)
                .mapToObj(i -> i + "," + "x".repeat(50) + i)
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(home.resolve("a.csv"), "id,text\n" + lines + "\n");

        assertThatThrownBy(() -> reader.read(new InputFile("a.csv", 1, file), null, home.resolve("staged.parquet")))
                .isInstanceOf(EngineFailed.class)
                .hasMessageContaining("Out of Memory Error");
    }

    @Test
    void parquetFileWhoseValuesDoNotFitIntoMemoryIsUnreadable(@TempDir Path home) {
        var reader = reader(new Sandbox(DataSize.ofMegabytes(64), 2, LONG_ENOUGH));
        Path file = home.resolve("a.parquet");
        write("SELECT i AS id, CASE WHEN i = 500 THEN repeat('x', 40000000) END AS t FROM range(1000) r(i)", file);

        assertThatThrownBy(() -> reader.read(new InputFile("a.parquet", 1, file), null, home.resolve("staged.parquet")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("it needs more memory than there is for it (factory.engine.memory-limit)");
    }
}
