package io.aifactory.lake.engine.reading;

import io.aifactory.contracts.events.FileForm;
import org.jspecify.annotations.Nullable;

/** What stands before the fraction of a number in a file. */
public enum Decimals {
    /** A point, always. */
    POINT,
    /** A comma, as was said. */
    COMMA,
    /** A comma in those columns where it can be nothing else; else a point. */
    AS_FOUND;

    static Decimals of(@Nullable FileForm form, char delimiter) {
        if (form != null && form.decimal() != null) {
            return form.decimal().equals(",") ? COMMA : POINT;
        }
        return delimiter == ',' ? POINT : AS_FOUND;
    }
}
