package io.aifactory.contracts.lake.azure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Names groups as the directory does, and back. */
final class Principals {

    private static final Pattern OBJECT_ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final GroupIds groups;

    Principals(GroupIds groups) {
        this.groups = groups;
    }

    /** Returns the object id of a group that is named, or given by its object id already. */
    String idOf(String group) {
        if (OBJECT_ID.matcher(group).matches()) {
            return group.toLowerCase(Locale.ROOT);
        }
        String id = groups.byName().get(group);
        if (id == null) {
            throw new UnknownGroup(
                    "no object id is known for the group '%s'; add it to what factory.lake.group-ids names"
                            .formatted(group));
        }
        if (!OBJECT_ID.matcher(id).matches()) {
            throw new UnknownGroup("'%s' is no object id for the group '%s'".formatted(id, group));
        }
        return id.toLowerCase(Locale.ROOT); // as the service answers
    }

    /** Returns the name of each known object id. */
    Map<String, String> names() {
        var names = new HashMap<String, String>();
        groups.byName().forEach((name, id) -> names.put(id.toLowerCase(Locale.ROOT), name));
        return names;
    }

    static String nameOf(String id, Map<String, String> names) {
        return Objects.requireNonNullElse(names.get(id.toLowerCase(Locale.ROOT)), id);
    }
}
