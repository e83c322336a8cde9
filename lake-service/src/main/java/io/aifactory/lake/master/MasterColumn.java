package io.aifactory.lake.master;

import io.aifactory.lake.engine.ColumnProfile;
import java.util.List;

/**
 * A column of a master table.
 *
 * @param name its name
 * @param type its SQL type, as the engine names it
 */
public record MasterColumn(String name, String type) {

    /** Returns the columns of a table that the engine wrote. */
    static List<MasterColumn> of(List<ColumnProfile> columns) {
        return columns.stream()
                .map(column -> new MasterColumn(column.name(), column.type()))
                .toList();
    }
}
