package io.aifactory.lake.engine.spark;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said between here and the program that runs statements: a request or an answer a line, as JSON. */
final class Message {

    private Message() {}

    /** What to do. */
    enum Act {
        /** Forget all that was defined and kept. */
        BEGIN,
        /** Let a name stand for a query. */
        DEFINE,
        /** Let a name stand for what a query gives, found out once. */
        KEEP,
        /** Write what a query gives to a folder, as Parquet. */
        WRITE,
        /** Say which columns a query gives. */
        COLUMNS,
        /** Say what a query gives. */
        ROWS
    }

    /** A request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            Act act,
            @Nullable String query,
            @Nullable String name,
            @Nullable String folder) {}

    /** A column of a result. */
    record Column(String name, String type) {}

    /** Why something could not be done, and whether that is the query's fault. */
    record Failure(String reason, boolean query) {}

    /** An answer: of those there are, what was asked for. */
    record Answer(
            @Nullable List<List<@Nullable String>> rows,
            @Nullable List<Column> columns,
            @Nullable List<String> files,
            @Nullable Failure failure) {}
}
