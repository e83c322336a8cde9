package io.aifactory.contracts.events;

/** Checks names against the one pattern each of them has, so that a name is safe wherever it later stands: path, key, log. */
final class Names {

    private Names() {}

    static void require(String kind, String value, String pattern, String expected) {
        if (!value.matches(pattern)) {
            throw new InvalidName(kind, value, expected);
        }
    }
}
