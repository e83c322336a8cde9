package io.aifactory.lake.engine;

import java.util.Arrays;
import java.util.Optional;

/** The types a silver column can have. */
public enum ColumnType {
    /** A whole number of up to 18 digits. */
    INTEGER("integer", "BIGINT"),
    /** A finite number. */
    DOUBLE("double", "DOUBLE"),
    /** Text. */
    STRING("string", "VARCHAR"),
    /** A day, {@code yyyy-MM-dd}. */
    DATE("date", "DATE"),
    /** True or false. */
    BOOLEAN("boolean", "BOOLEAN");

    private final String label;
    private final String sqlType;

    ColumnType(String label, String sqlType) {
        this.label = label;
        this.sqlType = sqlType;
    }

    /** Returns the type's name as it stands in settings and reasons. */
    public String label() {
        return label;
    }

    /** Returns the type's name in SQL. */
    public String sqlType() {
        return sqlType;
    }

    /** Returns whether it is a number, which has a least and a greatest. */
    public boolean isNumber() {
        return this == INTEGER || this == DOUBLE;
    }

    /** Returns the type of the given name in settings, if there is one. */
    public static Optional<ColumnType> ofLabel(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    /** Returns the type of the given name in SQL, if there is one. */
    public static Optional<ColumnType> ofSqlType(String sqlType) {
        return Arrays.stream(values())
                .filter(type -> type.sqlType.equals(sqlType))
                .findFirst();
    }
}
