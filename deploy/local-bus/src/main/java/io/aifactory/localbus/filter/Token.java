package io.aifactory.localbus.filter;

import java.util.Locale;

/**
 * A piece of a SQL filter.
 *
 * @param text words as written, strings without their quotes
 * @param position where it starts, from 0
 */
record Token(Kind kind, String text, int position) {

    /** What a token is. */
    enum Kind {
        /** An unquoted name or keyword. */
        WORD,
        /** A name in brackets or double quotes. */
        NAME,
        /** Text in single quotes. */
        STRING,
        /** A whole or decimal number. */
        NUMBER,
        /** An operator, parenthesis, comma or dot. */
        SYMBOL,
        /** The end of the filter. */
        END
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
