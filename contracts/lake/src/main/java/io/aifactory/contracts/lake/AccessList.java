package io.aifactory.contracts.lake;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may do what, as POSIX access control lists of ADLS Gen2 have it.
 *
 * @param entries in the order they were given
 */
public record AccessList(List<AccessEntry> entries) {

    private static final AccessList EMPTY = new AccessList(List.of());

    public AccessList {
        entries = List.copyOf(entries);
    }

    /** Returns the list that names nobody. */
    public static AccessList empty() {
        return EMPTY;
    }

    /** Returns the given entries as a list. */
    public static AccessList of(AccessEntry... entries) {
        return new AccessList(List.of(entries));
    }

    /** Returns the entries that hold for the file or folder itself. */
    public AccessList withoutDefaults() {
        return new AccessList(
                entries.stream().filter(entry -> !entry.isDefault()).toList());
    }

    /** Returns what something below inherits: the default entries, as access and as default. */
    public AccessList inherited() {
        return new AccessList(entries.stream()
                .filter(AccessEntry::isDefault)
                .flatMap(entry -> List.of(entry.asAccess(), entry).stream())
                .toList());
    }

    /**
     * Returns the list that {@link #toString} printed.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AccessList parse(String text) {
        return new AccessList(text.lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .filter(entry -> !entry.isBlank())
                .map(AccessEntry::parse)
                .toList());
    }

    @Override
    public String toString() {
        return entries.stream().map(AccessEntry::toString).collect(Collectors.joining(","));
    }
}
