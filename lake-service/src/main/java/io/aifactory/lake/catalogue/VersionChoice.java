package io.aifactory.lake.catalogue;

import io.aifactory.contracts.events.InvalidName;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which version of a dataset is meant.
 *
 * @param number its number; empty: the newest
 */
record VersionChoice(OptionalInt number) {

    static final VersionChoice LATEST = new VersionChoice(OptionalInt.empty());

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    /**
     * Returns the version of the given number, or the newest for {@code latest}.
     *
     * @throws InvalidName if the text is neither
     */
    public static VersionChoice of(String text) {
        if (text.equals("latest")) {
            return LATEST;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidName("version", text, "a number from 1, or latest");
        }
        return new VersionChoice(OptionalInt.of(Integer.parseInt(text)));
    }
}
