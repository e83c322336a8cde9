package io.aifactory.lake.engine.reading;

import io.aifactory.contracts.events.FileForm;
import org.jspecify.annotations.Nullable;

/** What stands before the fraction of a number in a file. */
public enum Decimals {
    /** A point; numbers are left as they are written. */
    AS_WRITTEN,
    /** A point, as was said: commas may separate thousands. */
    POINT,
    /** A comma, as was said: points may separate thousands. */
    COMMA,
    /** A comma in those columns where it can be nothing else; else a point. */
    AS_FOUND;

    static Decimals ofText(@Nullable FileForm form, char delimiter) {
        return said(form, delimiter == ',' ? AS_WRITTEN : AS_FOUND);
    }

    /** Returns how texts are written in a file that has numbers which are none. */
    static Decimals besideNumbers(@Nullable FileForm form) {
        return said(form, AS_WRITTEN);
    }

    private static Decimals said(@Nullable FileForm form, Decimals otherwise) {
        if (form == null || form.decimal() == null) {
            return otherwise;
        }
        return form.decimal().equals(",") ? COMMA : POINT;
    }

    /** Returns a number with a point, which is certain, as texts have it: so it is read as they are. */
    String asText(String number) {
        return this == COMMA ? number.replace('.', ',') : number;
    }
}
