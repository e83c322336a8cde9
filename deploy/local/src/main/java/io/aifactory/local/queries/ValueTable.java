package io.aifactory.local.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.data.Values;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Table;
import java.util.List;

/** Rows of people's data, as a terminal may show them. */
final class ValueTable {

    private ValueTable() {}

    /** Returns the lines of a table with the given columns. */
    static List<String> of(JsonNode columns, JsonNode rows) {
        var table = Table.of(Fields.items(columns).stream()
                .map(column -> Values.of(column, "name"))
                .toArray(String[]::new));
        rows.forEach(row -> table.row(Fields.items(row).stream().map(Values::of).toArray()));
        return table.lines();
    }
}
