package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of people's data as a table that a terminal may show. */
public final class ValueTable {

    private ValueTable() {}

    /** Returns the lines of a table with the given columns. */
    public static List<String> of(JsonNode columns, JsonNode rows) {
        var table = Table.of(Fields.items(columns).stream()
                .map(column -> Values.of(column, "name"))
                .toArray(String[]::new));
        rows.forEach(row -> table.row(Fields.items(row).stream().map(Values::of).toArray()));
        return table.lines();
    }

    /** Returns the lines of a table with the given headings; what a row lacks stays empty. */
    public static List<String> of(List<String> headings, List<List<String>> rows) {
        var table = Table.of(headings.stream().map(Values::of).toArray(String[]::new));
        rows.forEach(row -> table.row(IntStream.range(0, headings.size())
                .mapToObj(column -> column < row.size() ? Values.of(row.get(column)) : "")
                .toArray()));
        return table.lines();
    }
}
