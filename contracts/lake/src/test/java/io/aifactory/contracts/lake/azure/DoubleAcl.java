package io.aifactory.contracts.lake.azure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** An access control list as the service keeps it. Says no to what the service says no to. */
record DoubleAcl(List<String> entries) {

    private static final int MOST_ENTRIES = 32;

    static DoubleAcl parse(String text) {
        var acl = new DoubleAcl(Arrays.stream(text.split(",")).toList());
        acl.requireWhole(acl.access().toList());
        if (acl.defaults().findAny().isPresent()) {
            acl.requireWhole(acl.defaults().toList());
        }
        return acl;
    }

    static DoubleAcl untouched(boolean folder) {
        return new DoubleAcl(
                folder
                        ? List.of("user::rwx", "group::r-x", "other::---")
                        : List.of("user::rw-", "group::r--", "other::---"));
    }

    /** Returns what is given to a file or folder that is made in a folder with this list. */
    DoubleAcl inherited(boolean folder) {
        if (defaults().findAny().isEmpty()) {
            return untouched(folder);
        }
        Stream<String> access = defaults();
        return new DoubleAcl(
                folder
                        ? Stream.concat(access, entries.stream().filter(DoubleAcl::isDefault))
                                .toList()
                        : access.toList());
    }

    DoubleAcl forFile() {
        return new DoubleAcl(access().toList());
    }

    boolean hasDefaults() {
        return entries.stream().anyMatch(DoubleAcl::isDefault);
    }

    @Override
    public String toString() {
        return String.join(",", entries);
    }

    private Stream<String> access() {
        return entries.stream().filter(entry -> !isDefault(entry));
    }

    private Stream<String> defaults() {
        return entries.stream().filter(DoubleAcl::isDefault).map(entry -> entry.substring("default:".length()));
    }

    private static boolean isDefault(String entry) {
        return entry.startsWith("default:");
    }

    private void requireWhole(List<String> scope) {
        var principals = new HashSet<String>();
        for (String entry : scope) {
            if (!entry.matches("(user|group|mask|other):[0-9a-f-]*:[r-][w-][x-]")
                    || !principals.add(entry.substring(0, entry.lastIndexOf(':')))) {
                throw new DoubleError(400, "InvalidInput");
            }
        }
        if (!principals.containsAll(List.of("user:", "group:", "other:")) || scope.size() > MOST_ENTRIES) {
            throw new DoubleError(400, "InvalidInput");
        }
        if (scope.size() > 3 && !principals.contains("mask:")) {
            throw new DoubleError(400, "InvalidInput");
        }
    }
}
