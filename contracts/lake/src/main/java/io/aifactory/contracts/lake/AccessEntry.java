package io.aifactory.contracts.lake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one user or group may do. Printed as ADLS Gen2 has it, such as {@code default:group:prj001_member:r-x}.
 *
 * @param isDefault whether it is what everything below inherits, instead of holding for the folder itself
 * @param kind whom it is about
 * @param principal who: the id of a user or group; empty for the owner and for all others
 * @param permissions {@code r}, {@code w} and {@code x}, each of them or a hyphen in its place
 */
public record AccessEntry(boolean isDefault, Kind kind, String principal, String permissions) {

    /** Whom an entry is about. */
    public enum Kind {
        /** A person or a service. */
        USER,
        /** A group of them. */
        GROUP,
        /** Everybody else. */
        OTHER;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern ENTRY = Pattern.compile("(default:)?(user|group|other):([^:,\\s]*):([r-][w-][x-])");

    public AccessEntry {
        if (!permissions.matches("[r-][w-][x-]")) {
            throw new IllegalArgumentException("'%s' is no permission such as r-x".formatted(permissions));
        }
        if (!principal.matches("[^:,\\s]*")) {
            throw new IllegalArgumentException("'%s' is no id of a user or group".formatted(principal));
        }
    }

    /** Returns what a group may do with the folder itself. */
    public static AccessEntry group(String group, String permissions) {
        return new AccessEntry(false, Kind.GROUP, group, permissions);
    }

    /** Returns what a user may do with the folder itself. */
    public static AccessEntry user(String user, String permissions) {
        return new AccessEntry(false, Kind.USER, user, permissions);
    }

    /** Returns what everybody else may do with the folder itself. */
    public static AccessEntry other(String permissions) {
        return new AccessEntry(false, Kind.OTHER, "", permissions);
    }

    /** Returns the same for all that lies below. */
    public AccessEntry asDefault() {
        return new AccessEntry(true, kind, principal, permissions);
    }

    /** Returns the same for the file or folder itself. */
    public AccessEntry asAccess() {
        return new AccessEntry(false, kind, principal, permissions);
    }

    static AccessEntry parse(String text) {
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is no entry such as group:prj001_member:r-x".formatted(text));
        }
        Kind kind = Kind.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
        return new AccessEntry(matcher.group(1) != null, kind, matcher.group(3), matcher.group(4));
    }

    @Override
    public String toString() {
        return "%s%s:%s:%s".formatted(isDefault ? "default:" : "", kind.label(), principal, permissions);
    }
}
