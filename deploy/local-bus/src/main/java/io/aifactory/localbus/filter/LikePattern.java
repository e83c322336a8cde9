package io.aifactory.localbus.filter;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a LIKE pattern into a regular expression: {@code %} is any text, {@code _} any one character. */
final class LikePattern {

    private LikePattern() {}

    static Pattern compile(String pattern, @Nullable Character escape) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            if (escape != null && character == escape && i + 1 < pattern.length()) {
                i++;
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            } else {
                regex.append(translated(character));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String translated(char character) {
        return switch (character) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> Pattern.quote(String.valueOf(character));
        };
    }
}
