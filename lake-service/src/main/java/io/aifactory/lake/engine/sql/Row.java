package io.aifactory.lake.engine.sql;

import org.jspecify.annotations.Nullable;

/** A row of a result. Its values are counted from 1. */
public interface Row {

    /** Returns a value as text; null if there is none. */
    @Nullable
    String text(int index);

    /** Returns a whole number; 0 if there is none. */
    long number(int index);

    /** Returns a truth value; false if there is none. */
    boolean flag(int index);
}
