package io.aifactory.local.deadletters;

import io.aifactory.local.rest.ResourcePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class Choice {

    @Option(names = "--group", paramLabel = "GROUP", description = "Those of one cause, as groups shows it.")
    private @Nullable String group;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Those of one event type; foreign and unreadable are types too.")
    private @Nullable String type;

    @Option(names = "--project", paramLabel = "PROJECT", description = "Those of one project, such as project001.")
    private @Nullable String project;

    boolean isMade() {
        return Stream.of(group, type, project).anyMatch(Objects::nonNull);
    }

    ResourcePath on(ResourcePath path) {
        return path.with("group", group).with("type", type).with("project", project);
    }

    /** Returns it as a service takes it; all, if nothing was chosen. */
    Map<String, Object> document() {
        var document = new HashMap<String, Object>();
        put(document, "group", group);
        put(document, "type", type);
        put(document, "project", project);
        return document.isEmpty() ? new HashMap<>(Map.of("all", true)) : document;
    }

    private static void put(Map<String, Object> document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }
}
