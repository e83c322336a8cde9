package io.aifactory.spark;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request: of those there are, what was asked for.
 *
 * @param rows rows, every value as text
 * @param columns names and types of columns
 * @param files files that were written, in the order of their rows
 * @param failure why it could not be done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        @Nullable List<List<@Nullable String>> rows,
        @Nullable List<Column> columns,
        @Nullable List<String> files,
        @Nullable Failure failure) {

    static final Answer READY = new Answer(null, null, null, null);
    static final Answer DONE = new Answer(null, null, null, null);

    /** A column. */
    record Column(String name, String type) {}

    static Answer rows(List<List<@Nullable String>> rows) {
        return new Answer(rows, null, null, null);
    }

    static Answer columns(List<Column> columns) {
        return new Answer(null, columns, null, null);
    }

    static Answer files(List<String> files) {
        return new Answer(null, null, files, null);
    }

    static Answer failed(Failure failure) {
        return new Answer(null, null, null, failure);
    }
}
