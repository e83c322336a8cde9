package io.aifactory.lake.engine.reading;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.UnreadableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What columns a table has, by its first row and what was said.
 *
 * @param header whether the first row has their names
 * @param columns all of them by unique names; what is no data, such as an index of rows, by a name beginning with an underscore
 */
record HeaderColumns(boolean header, List<String> columns) {

    private static final String NUMBER = "[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?";

    List<String> names() {
        return columns.stream().filter(CsvDialect::isData).toList();
    }

    /**
     * Returns the columns of a table with the given first row.
     *
     * @throws UnreadableFile if that has no names, though it should
     */
    static HeaderColumns of(List<String> row, @Nullable FileForm form) {
        List<String> said = form == null ? List.of() : form.columns();
        Boolean header = form == null ? null : form.header();
        List<String> first = row.stream().map(String::trim).toList();
        Limits.requireFewColumns(first);
        if (!Objects.requireNonNullElse(header, said.isEmpty())) {
            return new HeaderColumns(false, said.isEmpty() ? numbered(first.size()) : ColumnNames.normaliseAll(said));
        }
        if (header == null) {
            requireNames(first);
        }
        return new HeaderColumns(true, named(first));
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "c_" + i).toList();
    }

    private static List<String> named(List<String> fields) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            if (!isIndex(fields, i)) {
                kept.add(fields.get(i));
            }
        }
        var names = ColumnNames.normaliseAll(kept).iterator();
        return IntStream.range(0, fields.size())
                .mapToObj(i -> isIndex(fields, i) ? "_index_" + i : names.next())
                .toList();
    }

    private static boolean isIndex(List<String> fields, int position) {
        String field = fields.get(position);
        return RowIndex.is(field) || (position == 0 && field.isBlank() && fields.size() > 1);
    }

    private static void requireNames(List<String> fields) {
        fields.stream().filter(field -> field.matches(NUMBER)).findFirst().ifPresent(number -> {
            throw new UnreadableFile(
                    "it has no header: its first line has the number %s where a column's name should be; if no file of the dataset has one, set form.header to false"
                            .formatted(number));
        });
    }
}
