package io.aifactory.lake.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words that a dataset has to have all of, each as the beginning of one of its names, or of a word in one.
 *
 * @param words the words, in lower case
 */
record SearchWords(List<String> words) {

    /** Returns the words of a text. Those that are made of several words, such as {@code diabetes_train}, mean all of them too. */
    static SearchWords of(String text) {
        return new SearchWords(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s\\p{Cntrl}]+"))
                .filter(Predicate.not(String::isEmpty))
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Returns them as PostgreSQL writes a {@code tsquery}. */
    String query() {
        return words.stream().map(SearchWords::alternatives).collect(Collectors.joining(" & "));
    }

    private static String alternatives(String word) {
        List<String> parts = Arrays.stream(word.split("[^a-z0-9]+"))
                .filter(Predicate.not(String::isEmpty))
                .toList();
        String together = parts.stream().map(SearchWords::beginning).collect(Collectors.joining(" & "));
        return parts.size() < 2 ? beginning(word) : "(%s | %s)".formatted(beginning(word), together);
    }

    private static String beginning(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*";
    }
}
