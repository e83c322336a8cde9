package io.aifactory.local.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lineage as two trees in text: from what something was made, and what was made from it. What is drawn once is not drawn again. */
final class LineageTree {

    private final Map<String, ShownNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> sources = new LinkedHashMap<>();
    private final Map<String, List<String>> targets = new LinkedHashMap<>();
    private final List<String> start;
    private final boolean truncated;

    LineageTree(JsonNode graph) {
        Fields.items(graph.path("nodes")).stream().map(ShownNode::of).forEach(node -> nodes.put(node.name(), node));
        Fields.items(graph.path("edges")).forEach(this::connect);
        start = Fields.items(graph.path("start")).stream().map(JsonNode::asText).toList();
        truncated = graph.path("truncated").asBoolean();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var name : start) {
            lines.add(shown(name));
            draw("made from", name, sources, lines);
            draw("led to", name, targets, lines);
        }
        if (truncated) {
            lines.add("There is more than is shown here: see --limit, --depth and --direction.");
        }
        return lines;
    }

    private void connect(JsonNode edge) {
        var source = Fields.text(edge, "source");
        var target = Fields.text(edge, "target");
        sources.computeIfAbsent(target, key -> new ArrayList<>()).add(source);
        targets.computeIfAbsent(source, key -> new ArrayList<>()).add(target);
    }

    private void draw(String heading, String name, Map<String, List<String>> next, List<String> lines) {
        if (next.containsKey(name)) {
            lines.add(heading);
            drawBelow(name, next, "", new HashSet<>(), lines);
        }
    }

    private void drawBelow(
            String name, Map<String, List<String>> next, String indent, Set<String> drawn, List<String> lines) {
        var below = next.getOrDefault(name, List.of());
        for (var child : below) {
            var last = child.equals(below.get(below.size() - 1));
            var again = !drawn.add(child) && next.containsKey(child);
            lines.add(indent + (last ? "└─ " : "├─ ") + shown(child) + (again ? " (as above)" : ""));
            if (!again) {
                drawBelow(child, next, indent + (last ? "   " : "│  "), drawn, lines);
            }
        }
    }

    private String shown(String name) {
        var node = nodes.get(name);
        return node == null ? name : node.line();
    }
}
