package io.aifactory.lake.engine.sql;

/**
 * A column as the engine has it.
 *
 * @param name its name
 * @param type its SQL type
 */
public record Column(String name, String type) {

    /** Returns whether its values are text. */
    public boolean isText() {
        return type.equals("VARCHAR");
    }
}
