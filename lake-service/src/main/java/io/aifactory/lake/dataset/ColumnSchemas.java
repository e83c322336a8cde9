package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.ColumnSchema;
import io.aifactory.lake.engine.ColumnProfile;
import java.util.List;

/** Columns as events tell of them. */
final class ColumnSchemas {

    private ColumnSchemas() {}

    static List<ColumnSchema> of(List<ColumnProfile> columns) {
        return columns.stream()
                .map(column -> new ColumnSchema(column.name(), column.type(), column.nulls()))
                .toList();
    }
}
