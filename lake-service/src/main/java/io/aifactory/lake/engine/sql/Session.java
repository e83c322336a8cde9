package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.InvalidSql;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * An engine that runs SQL, for one piece of work. Names that are defined last as long as the session does. What can't be run is a
 * {@link StatementFailed}. Not for several threads.
 */
public interface Session {

    /** Returns how the engine wants to be spoken to, where engines differ. */
    Dialect dialect();

    /** Lets a name stand for a query. */
    void define(String name, String query);

    /** Lets a name stand for the rows that a query gives, found out once. */
    void keep(String name, String query);

    /**
     * Writes the rows that a query gives aside, for this session, and returns the relation that reads them.
     *
     * @param aside a path that nothing has yet
     */
    String putAside(String query, Path aside);

    /** Writes the rows that a query gives to a Parquet file, in their order. */
    void write(String query, Path target);

    /** Returns the rows that a query gives. */
    <T> List<T> rows(String query, Function<Row, T> reader);

    /** Returns the one row that a query gives. */
    default <T> T row(String query, Function<Row, T> reader) {
        return rows(query, reader).get(0);
    }

    /** Returns the columns of a relation, in order, their types as {@code VARCHAR}, {@code BIGINT}, {@code DOUBLE} and so on. */
    List<Column> columns(String relation);

    /** Returns the names of a relation's columns, in order. */
    default List<String> columnNames(String relation) {
        return columns(relation).stream().map(Column::name).toList();
    }

    /**
     * Returns a team's query as this engine runs it, to stand in the parentheses of another. Its columns have the lake's types and
     * names.
     *
     * @param tables the names it may read, which are defined
     * @throws InvalidSql if it is none that may run, with the reason
     */
    String teamQuery(String sql, Collection<String> tables);

    /**
     * Does what a team's own query takes part in.
     *
     * @throws InvalidSql if it is the query that fails
     */
    void runForTeam(Runnable work);
}
