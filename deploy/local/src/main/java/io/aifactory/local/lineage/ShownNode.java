package io.aifactory.local.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node as people read it.
 *
 * @param name its name
 * @param kind what it is
 * @param title its name without what all names of its model begin with
 * @param facts what else is worth knowing
 */
record ShownNode(String name, String kind, String title, List<String> facts) {

    private static final int DIGITS = 8;

    static ShownNode of(JsonNode node) {
        var name = Fields.text(node, "name");
        var title = title(name, Fields.text(node, "project"), Fields.text(node, "model"));
        return new ShownNode(name, Fields.text(node, "kind"), title, facts(node));
    }

    String line() {
        return Stream.concat(Stream.of(title), facts.stream())
                .reduce((one, other) -> one + ", " + other)
                .orElse(title);
    }

    private static String title(String name, String project, String model) {
        var path = name.replaceFirst("#.*", "");
        var owner = "%s/%s/".formatted(project, model);
        return Stream.of("projects/" + owner, owner, project + "/")
                .filter(path::startsWith)
                .map(prefix -> path.substring(prefix.length()))
                .findFirst()
                .orElse(path);
    }

    private static List<String> facts(JsonNode node) {
        var facts = new ArrayList<String>();
        if (node.has("rows")) {
            facts.add(Fields.text(node, "rows") + " rows");
        }
        if (node.has("sha256")) {
            facts.add("sha-256 " + shortened(Fields.text(node, "sha256")));
        }
        if (Fields.text(node, "kind").equals("scoring")) {
            facts.add("in " + Fields.text(node, "environment"));
        }
        if (node.has("rejected")) {
            facts.add("turned away: " + Fields.text(node, "rejected"));
        } else if (node.has("run")) {
            facts.add(Fields.time(node.path("run"), "endedAt"));
        }
        return facts;
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(DIGITS, sha256.length()));
    }
}
