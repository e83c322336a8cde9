package io.aifactory.training.table;

import java.util.List;
import java.util.Optional;

/**
 * Rows of data by column.
 *
 * @param rowCount how many rows there are
 * @param columns the columns in the order of the file
 */
public record Table(int rowCount, List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
