package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.QueryReader;
import io.aifactory.lake.engine.QueryReader.ReadQuery;
import io.aifactory.lake.engine.SqlTakesTooLong;
import io.aifactory.lake.engine.TableFinisher;
import io.aifactory.lake.engine.spark.Message.Act;
import io.aifactory.lake.engine.spark.Message.Answer;
import io.aifactory.lake.engine.spark.Message.Request;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Dialect;
import io.aifactory.lake.engine.sql.Row;
import io.aifactory.lake.engine.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Runs SQL with a worker. */
final class WorkerSession implements Session {

    private static final Dialect DIALECT = new SparkDialect();

    /** What is called otherwise here. */
    private static final Map<String, String> TYPES = Map.of("STRING", "VARCHAR", "INT", "INTEGER");

    private final Worker worker;
    private final Duration longestStatement;
    private final QueryReader queries;
    private final TableFinisher finisher;

    WorkerSession(Worker worker, Duration longestStatement, QueryReader queries, TableFinisher finisher) {
        this.worker = worker;
        this.longestStatement = longestStatement;
        this.queries = queries;
        this.finisher = finisher;
        ask(Act.BEGIN, null, null, null);
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public void define(String name, String query) {
        ask(Act.DEFINE, query, name, null);
    }

    @Override
    public void keep(String name, String query) {
        ask(Act.KEEP, query, name, null);
    }

    @Override
    public String putAside(String query, Path aside) {
        ask(Act.WRITE, query, null, aside.toString());
        return SparkDialect.relation(aside.toString());
    }

    @Override
    public void write(String query, Path target) {
        Path folder = target.resolveSibling(target.getFileName() + ".parts");
        try {
            List<String> parts =
                    required(ask(Act.WRITE, query, null, folder.toString()).files());
            finisher.join(parts.stream().map(Path::of).toList(), target);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    @Override
    public <T> List<T> rows(String query, Function<Row, T> reader) {
        return required(ask(Act.ROWS, query, null, null).rows()).stream()
                .map(values -> reader.apply(new AnswerRow(values)))
                .toList();
    }

    private record AnswerRow(List<@Nullable String> values) implements Row {

        @Override
        public @Nullable String text(int index) {
            return values.get(index - 1);
        }

        @Override
        public long number(int index) {
            String text = text(index);
            return text == null ? 0 : Long.parseLong(text);
        }

        @Override
        public boolean flag(int index) {
            return Boolean.parseBoolean(text(index));
        }
    }

    @Override
    public List<Column> columns(String relation) {
        return required(ask(Act.COLUMNS, "SELECT * FROM " + relation, null, null)
                        .columns())
                .stream()
                .map(column -> new Column(column.name(), typeOf(column)))
                .toList();
    }

    private static String typeOf(Message.Column column) {
        String type = column.type().toUpperCase(Locale.ROOT);
        return TYPES.getOrDefault(type, type);
    }

    @Override
    public String teamQuery(String sql, Collection<String> tables) {
        var columns = new LinkedHashMap<String, Map<String, String>>();
        tables.forEach(table -> columns.put(table, columnsOf(table)));
        ReadQuery query = queries.read(sql, columns);
        return new TeamResult(query).select();
    }

    private Map<String, String> columnsOf(String table) {
        var columns = new LinkedHashMap<String, String>();
        columns(table).forEach(column -> columns.put(column.name(), column.type()));
        return columns;
    }

    @Override
    public void runForTeam(Runnable work) {
        try {
            work.run();
        } catch (SparkFailed e) {
            throw switch (e.kind()) {
                case QUERY -> new InvalidSql(e.reason(), e);
                case TOO_LONG -> new SqlTakesTooLong(e.reason(), e);
                case ENGINE -> e;
            };
        }
    }

    private Answer ask(Act act, @Nullable String query, @Nullable String name, @Nullable String folder) {
        return worker.ask(new Request(act, query, name, folder), longestStatement);
    }

    private static <T> T required(@Nullable T answered) {
        return Objects.requireNonNull(answered, "what was asked for");
    }
}
