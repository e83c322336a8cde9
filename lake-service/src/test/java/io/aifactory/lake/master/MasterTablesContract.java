package io.aifactory.lake.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.contracts.lake.folder.FolderLakes;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every adapter of {@link MasterTables} guarantees. The rows are written and read back by the engine. */
public abstract class MasterTablesContract {

    private static final MasterTableId TABLE = new MasterTableId(
            EnvironmentTier.DEV,
            new MasterTable.Refined(MasterDataset.parse("se/sap_patients/ds01_diabetes"), RefinedLayer.SILVER));
    private static final List<MasterColumn> COLUMNS =
            List.of(new MasterColumn("person_id", "BIGINT"), new MasterColumn("name", "VARCHAR"));

    @TempDir
    private Path root;

    private Lakes lakes;
    private MasterTables tables;

    protected abstract MasterTables over(Lakes lakes);

    @BeforeEach
    void open() {
        lakes = new FolderLakes(root);
        tables = over(lakes);
    }

    @Test
    void thereIsNoTableUntilItIsMade() {
        assertThat(tables.latest(TABLE)).isEmpty();
        assertThat(tables.at(TABLE, 0)).isEmpty();
        assertThat(tables.history(TABLE)).isEmpty();

        assertThat(tables.create(TABLE, new CommitId("first"), rows(1, 3))).isEqualTo(new CommitOutcome(0, false));

        MasterVersion made = tables.latest(TABLE).orElseThrow();
        assertThat(made.number()).isZero();
        assertThat(made.columns()).isEqualTo(COLUMNS);
        assertThat(made.rows()).isEqualTo(3);
        assertThat(keysOf(made)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void appendedRowsAreInTheNextVersionAndNotInTheOneBefore() {
        tables.create(TABLE, new CommitId("first"), rows(1, 3));

        assertThat(tables.append(TABLE, new CommitId("second"), rows(4, 5))).isEqualTo(new CommitOutcome(1, false));

        assertThat(keysOf(tables.latest(TABLE).orElseThrow())).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(keysOf(tables.at(TABLE, 0).orElseThrow())).containsExactly(1L, 2L, 3L);
        assertThat(tables.at(TABLE, 2)).isEmpty();
    }

    @Test
    void overwrittenRowsAreGoneFromTheNewestVersionOnly() {
        tables.create(TABLE, new CommitId("first"), rows(1, 3));
        tables.append(TABLE, new CommitId("second"), rows(4, 5));

        tables.overwrite(TABLE, new CommitId("third"), rows(7, 8), 1);

        assertThat(keysOf(tables.latest(TABLE).orElseThrow())).containsExactly(7L, 8L);
        assertThat(keysOf(tables.at(TABLE, 1).orElseThrow())).hasSize(5);
    }

    @Test
    void overwritingMayChangeColumnsAndAppendingMayNot() {
        tables.create(TABLE, new CommitId("first"), rows(1, 3));
        var columns = List.of(new MasterColumn("person_id", "BIGINT"), new MasterColumn("age", "DOUBLE"));
        NewRows other = write("SELECT 1::BIGINT AS person_id, 2.5::DOUBLE AS age", columns, 1);

        assertThatThrownBy(() -> tables.append(TABLE, new CommitId("second"), other))
                .isInstanceOf(MasterTableConflict.class)
                .hasMessageContaining("master/se/sap_patients/ds01_diabetes/out/silver in dev")
                .hasMessageContaining("it has the columns");
        tables.overwrite(TABLE, new CommitId("second"), other, 0);

        assertThat(tables.latest(TABLE).orElseThrow().columns()).isEqualTo(columns);
        assertThat(tables.at(TABLE, 0).orElseThrow().columns()).isEqualTo(COLUMNS);
    }

    @Test
    void historySaysWhenAndTimeLeadsBackToTheVersion() {
        tables.create(TABLE, new CommitId("first"), rows(1, 3));
        tables.append(TABLE, new CommitId("second"), rows(4, 5));
        tables.overwrite(TABLE, new CommitId("third"), rows(7, 8), 1);

        List<MasterCommit> history = tables.history(TABLE);

        assertThat(history).extracting(MasterCommit::version).containsExactly(2L, 1L, 0L);
        assertThat(history).allMatch(commit -> commit.engine().contains("ai-factory"));
        assertThat(history).extracting(MasterCommit::operation).allMatch(operation -> !operation.isEmpty());
        for (MasterCommit commit : history) {
            MasterVersion version = tables.at(TABLE, commit.committedAt()).orElseThrow();
            assertThat(version.number()).isEqualTo(commit.version());
            assertThat(version.committedAt()).isEqualTo(commit.committedAt());
        }
        assertThat(tables.at(TABLE, history.get(2).committedAt().minusMillis(1)))
                .isEmpty();
        assertThat(tables.at(TABLE, history.get(0).committedAt().plusSeconds(60)))
                .get()
                .extracting(MasterVersion::number)
                .isEqualTo(2L);
    }

    @Test
    void sameCommitTwiceIsOneCommit() {
        tables.create(TABLE, new CommitId("first"), rows(1, 3));
        tables.append(TABLE, new CommitId("second"), rows(4, 5));

        assertThat(tables.create(TABLE, new CommitId("first"), rows(1, 3))).isEqualTo(new CommitOutcome(1, true));
        assertThat(tables.append(TABLE, new CommitId("second"), rows(4, 5))).isEqualTo(new CommitOutcome(1, true));
        tables.overwrite(TABLE, new CommitId("third"), rows(7, 8), 1);
        assertThat(tables.overwrite(TABLE, new CommitId("third"), rows(7, 8), 1))
                .isEqualTo(new CommitOutcome(2, true));
        assertThat(tables.append(TABLE, new CommitId("second"), rows(4, 5)).repeated())
                .isTrue();

        assertThat(tables.history(TABLE)).hasSize(3);
        assertThat(dataFiles()).hasSize(3);
    }

    @Test
    void tableIsMadeOnce() {
        tables.create(TABLE, new CommitId("first"), rows(1, 3));

        assertThatThrownBy(() -> tables.create(TABLE, new CommitId("other"), rows(1, 3)))
                .isInstanceOf(MasterTableConflict.class)
                .hasMessageContaining("it is there already")
                .hasMessageContaining("read the table again");
        assertThatThrownBy(() -> tables.append(
                        new MasterTableId(EnvironmentTier.TEST, TABLE.table()), new CommitId("x"), rows(1, 1)))
                .isInstanceOf(MasterTableConflict.class)
                .hasMessageContaining("there is no such table");
        assertThat(dataFiles()).hasSize(1);
    }

    @Test
    void overwritingIsForTheVersionThatWasReadOnly() {
        tables.create(TABLE, new CommitId("first"), rows(1, 3));
        tables.append(TABLE, new CommitId("second"), rows(4, 5));

        assertThatThrownBy(() -> tables.overwrite(TABLE, new CommitId("late"), rows(7, 8), 0))
                .isInstanceOf(MasterTableConflict.class)
                .hasMessageContaining("it is at version 1, not at 0 any more");
        assertThat(keysOf(tables.latest(TABLE).orElseThrow())).hasSize(5);
    }

    @Test
    void fourWritersAppendingFiveTimesEachLoseNothing() throws Exception {
        tables.create(TABLE, new CommitId("first"), rows(0, 0));
        var writers = new ArrayList<Callable<List<CommitOutcome>>>();
        for (int writer = 0; writer < 4; writer++) {
            int first = 1 + writer * 5;
            writers.add(() -> IntStream.range(first, first + 5)
                    .mapToObj(key -> tables.append(TABLE, new CommitId("append " + key), rows(key, key)))
                    .toList());
        }

        List<CommitOutcome> outcomes = together(writers).stream()
                .map(MasterTablesContract::get)
                .flatMap(List::stream)
                .toList();

        assertThat(outcomes).extracting(CommitOutcome::version).doesNotHaveDuplicates();
        MasterVersion latest = tables.latest(TABLE).orElseThrow();
        assertThat(latest.number()).isEqualTo(20);
        assertThat(latest.rows()).isEqualTo(21);
        assertThat(tables.at(TABLE, 7).orElseThrow().rows()).isEqualTo(8);
        assertThat(keysOf(latest))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 20).mapToObj(Long::valueOf).toList());
    }

    @Test
    void overwritingWhileAnotherAppendsEndsInBothOrInOneClearConflict() throws Exception {
        for (int round = 0; round < 12; round++) {
            var table = new MasterTableId(
                    EnvironmentTier.DEV,
                    new MasterTable.GivenBack(
                            MasterDataset.parse("se/sap/round" + round),
                            ProjectId.of(1),
                            RefinedLayer.SILVER,
                            EnvironmentTier.DEV));
            tables.create(table, new CommitId("first"), rows(1, 3));

            List<Future<CommitOutcome>> results = together(List.of(
                    () -> tables.overwrite(table, new CommitId("overwrite"), rows(7, 8), 0),
                    () -> tables.append(table, new CommitId("append"), rows(4, 5))));

            Throwable overwriting = failureOf(results.get(0));
            Throwable appending = failureOf(results.get(1));
            List<Long> keys = keysOf(tables.latest(table).orElseThrow());
            if (overwriting != null) {
                assertThat(appending).isNull();
                assertThat(overwriting)
                        .isInstanceOf(MasterTableConflict.class)
                        .hasMessageContaining("read the table again");
                assertThat(keys).containsExactly(1L, 2L, 3L, 4L, 5L);
            } else if (appending != null) {
                assertThat(appending)
                        .isInstanceOf(MasterTableConflict.class)
                        .hasMessageContaining("read the table again");
                assertThat(keys).containsExactly(7L, 8L);
            } else {
                assertThat(get(results.get(1)).version()).isEqualTo(2);
                assertThat(keys).containsExactly(4L, 5L, 7L, 8L);
            }
        }
    }

    @Test
    void ofSeveralWhoMakeOrOverwriteATableOneSucceeds() throws Exception {
        List<Future<CommitOutcome>> made = together(IntStream.range(0, 3)
                .<Callable<CommitOutcome>>mapToObj(
                        writer -> () -> tables.create(TABLE, new CommitId("make " + writer), rows(writer, writer)))
                .toList());
        assertThat(made).filteredOn(result -> failureOf(result) == null).hasSize(1);

        List<Future<CommitOutcome>> overwritten = together(IntStream.range(0, 3)
                .<Callable<CommitOutcome>>mapToObj(writer ->
                        () -> tables.overwrite(TABLE, new CommitId("overwrite " + writer), rows(writer, writer), 0))
                .toList());

        assertThat(overwritten).filteredOn(result -> failureOf(result) == null).hasSize(1);
        assertThat(overwritten)
                .filteredOn(result -> failureOf(result) != null)
                .allSatisfy(result -> assertThat(failureOf(result)).isInstanceOf(MasterTableConflict.class));
        assertThat(tables.latest(TABLE).orElseThrow().rows()).isEqualTo(1);
        assertThat(dataFiles()).hasSize(2);
    }

    private List<String> dataFiles() {
        return lakes.of(EnvironmentTier.DEV).list(TABLE.table().folder()).stream()
                .map(file -> file.path().substring(TABLE.table().path().length() + 1))
                .filter(name -> !name.startsWith("_delta_log/"))
                .toList();
    }

    private NewRows rows(int from, int to) {
        return write(
                "SELECT i AS person_id, 'n' || i AS name FROM range(%d, %d) AS t(i)".formatted(from, to + 1),
                COLUMNS,
                to - from + 1);
    }

    private NewRows write(String query, List<MasterColumn> columns, long rows) {
        Path file = root.resolve(UUID.randomUUID() + ".parquet");
        execute("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(query, file));
        return new NewRows(file, columns, rows);
    }

    private List<Long> keysOf(MasterVersion version) {
        List<LocalCopy> copies = version.files().stream()
                .map(file -> lakes.of(version.table().environment()).localCopy(file))
                .toList();
        try {
            return query("SELECT person_id FROM read_parquet([%s], union_by_name = true) ORDER BY person_id"
                    .formatted(
                            copies.stream().map(copy -> "'" + copy.path() + "'").collect(Collectors.joining(", "))));
        } finally {
            copies.forEach(LocalCopy::close);
        }
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<Long> query(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var values = new ArrayList<Long>();
            while (result.next()) {
                values.add(result.getLong(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static <T> List<Future<T>> together(List<? extends Callable<T>> steps) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(steps.size());
        try {
            return threads.invokeAll(steps);
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T get(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable failureOf(Future<?> result) {
        try {
            result.get();
            return null;
        } catch (InterruptedException | ExecutionException e) {
            return e.getCause();
        }
    }
}
