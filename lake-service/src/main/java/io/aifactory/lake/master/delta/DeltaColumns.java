package io.aifactory.lake.master.delta;

import io.aifactory.lake.master.MasterColumn;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Columns as the engine names their types, and as Delta does. Every column may be without a value. */
final class DeltaColumns {

    private static final Map<String, DataType> TYPES = Map.of(
            "BIGINT", LongType.LONG,
            "INTEGER", IntegerType.INTEGER,
            "DOUBLE", DoubleType.DOUBLE,
            "VARCHAR", StringType.STRING,
            "DATE", DateType.DATE,
            "BOOLEAN", BooleanType.BOOLEAN);

    private DeltaColumns() {}

    static StructType schemaOf(List<MasterColumn> columns) {
        StructType schema = new StructType();
        for (MasterColumn column : columns) {
            schema = schema.add(column.name(), typeOf(column), true);
        }
        return schema;
    }

    static List<MasterColumn> of(StructType schema) {
        return schema.fields().stream()
                .map(field -> new MasterColumn(field.getName(), nameOf(field.getDataType())))
                .toList();
    }

    private static DataType typeOf(MasterColumn column) {
        DataType type = TYPES.get(column.type());
        if (type == null) {
            throw new IllegalArgumentException(
                    "column %s is of type %s, which master tables do not have".formatted(column.name(), column.type()));
        }
        return type;
    }

    /** What others wrote may have types the engine does not write. */
    private static String nameOf(DataType type) {
        return TYPES.entrySet().stream()
                .filter(known -> known.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> type.toString().toUpperCase(Locale.ROOT));
    }
}
