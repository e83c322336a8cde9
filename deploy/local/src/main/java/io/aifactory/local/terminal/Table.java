package io.aifactory.local.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows in columns as wide as their widest value; columns that hold only numbers stand to the right. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    /** Returns an empty table with the given headings. */
    public static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    /** Adds a row; absent values stay empty. */
    public Table row(Object... values) {
        if (values.length != headings.size()) {
            throw new IllegalArgumentException(
                    "a row of %d values in a table of %d columns".formatted(values.length, headings.size()));
        }
        rows.add(Stream.of(values).map(String::valueOf).toList());
        return this;
    }

    /** Returns whether nothing is in it. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns the lines to print: headings, then rows. */
    public List<String> lines() {
        var shown = headings.stream()
                .map(heading -> heading.toUpperCase(Locale.ROOT))
                .toList();
        return Stream.concat(Stream.of(shown), rows.stream()).map(this::line).toList();
    }

    private String line(List<String> values) {
        return IntStream.range(0, headings.size())
                .mapToObj(column -> padded(values.get(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(String value, int column) {
        var padding = " ".repeat(width(column) - value.length());
        return numeric(column) ? padding + value : value + padding;
    }

    private int width(int column) {
        return Stream.concat(Stream.of(headings), rows.stream())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    private boolean numeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("-?[0-9.,]*"));
    }
}
