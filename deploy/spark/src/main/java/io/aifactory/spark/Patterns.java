package io.aifactory.spark;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Regular expressions of the kind that the embedded engine has: RE2's. */
final class Patterns {

    private static final int MOST_KEPT = 1_000;
    private static final Map<String, Pattern> KEPT = new ConcurrentHashMap<>();

    private Patterns() {}

    private static Pattern of(String pattern) {
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(pattern, Pattern::compile);
    }

    static boolean matches(String text, String pattern) {
        return of(pattern).matches(text);
    }

    static boolean isFound(String text, String pattern) {
        return of(pattern).matcher(text).find();
    }

    /** Returns text whose first match is replaced; in the replacement, a backslash and a digit stand for a group. */
    static String replaceFirst(String text, String pattern, String replacement) {
        Matcher matcher = of(pattern).matcher(text);
        return isWellFormed(replacement, matcher.groupCount()) && matcher.find()
                ? text.substring(0, matcher.start()) + filled(replacement, matcher) + text.substring(matcher.end())
                : text;
    }

    /** What says anything else after a backslash replaces nothing. */
    private static boolean isWellFormed(String replacement, int groups) {
        for (int i = 0; i < replacement.length(); i++) {
            if (replacement.charAt(i) == '\\') {
                i++;
                if (i == replacement.length() || !isEscape(replacement.charAt(i), groups)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isEscape(char c, int groups) {
        return c == '\\' || (c >= '0' && c <= '9' && c - '0' <= groups);
    }

    private static String filled(String replacement, Matcher matcher) {
        var filled = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c != '\\') {
                filled.append(c);
            } else {
                i++;
                filled.append(escaped(replacement.charAt(i), matcher));
            }
        }
        return filled.toString();
    }

    private static String escaped(char c, Matcher matcher) {
        if (c == '\\') {
            return "\\";
        }
        String group = matcher.group(c - '0');
        return group == null ? "" : group;
    }

    /** Returns what the group matched first; empty text if nothing did. */
    static String extract(String text, String pattern, Integer group) {
        Matcher matcher = of(pattern).matcher(text);
        if (group > matcher.groupCount() || !matcher.find()) {
            return "";
        }
        String found = matcher.group(group);
        return found == null ? "" : found;
    }
}
