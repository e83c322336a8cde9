package io.aifactory.lake.engine;

import java.util.regex.Pattern;

/** Text that came from a file, made such that it can be stored and shown. What can't be is U+FFFD, the replacement character. */
public final class FileText {

    private static final String REPLACEMENT = "\uFFFD";

    /** Half of a surrogate pair, without the other; no encoding has it, though JSON can say it. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private static final Pattern NOT_SHOWN = Pattern.compile("\\p{Cs}|[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private FileText() {}

    /** Returns text without halves of characters. */
    public static String whole(String text) {
        return text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
                ? HALF.matcher(text).replaceAll(REPLACEMENT)
                : text;
    }

    /** Returns text without halves of characters and control characters. */
    public static String shown(String text) {
        return NOT_SHOWN.matcher(text).replaceAll(REPLACEMENT);
    }

    /** Returns the beginning of a text, cut between characters. */
    public static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean within = Character.isSurrogatePair(text.charAt(longest - 1), text.charAt(longest));
        return text.substring(0, within ? longest - 1 : longest);
    }
}
