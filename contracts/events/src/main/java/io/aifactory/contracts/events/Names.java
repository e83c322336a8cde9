package io.aifactory.contracts.events;

import java.util.regex.Pattern;

/** Checks names against the one form each of them has, so that a name is safe wherever it later stands: path, key, log. */
final class Names {

    private Names() {}

    static void require(String kind, String value, Pattern form, String expected) {
        if (!form.matcher(value).matches()) {
            throw new InvalidName(kind, value, expected);
        }
    }
}
