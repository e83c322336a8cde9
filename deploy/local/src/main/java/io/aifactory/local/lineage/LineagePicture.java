package io.aifactory.local.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lineage as a picture, from left to right: each node stands right of all it was made from. One SVG file, nothing else. */
final class LineagePicture {

    private static final int WIDTH = 260;
    private static final int HEIGHT = 46;
    private static final int GAP_ACROSS = 70;
    private static final int GAP_DOWN = 16;
    private static final int MARGIN = 20;
    private static final int LETTERS = 38;
    private static final Map<String, String> COLOURS =
            Map.of("file", "#f1f3f5", "dataset", "#e7f5ff", "model", "#fff3bf", "scoring", "#ebfbee");

    private final Map<String, ShownNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> sources = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Set<String> start;

    LineagePicture(JsonNode graph) {
        Fields.items(graph.path("nodes")).stream().map(ShownNode::of).forEach(node -> nodes.put(node.name(), node));
        Fields.items(graph.path("edges"))
                .forEach(edge -> sources.computeIfAbsent(Fields.text(edge, "target"), key -> new ArrayList<>())
                        .add(Fields.text(edge, "source")));
        start = Fields.items(graph.path("start")).stream().map(JsonNode::asText).collect(Collectors.toSet());
        place();
    }

    private record Spot(int x, int y) {}

    String svg() {
        var width = spots.values().stream().mapToInt(Spot::x).max().orElse(0) + WIDTH + MARGIN;
        var height = spots.values().stream().mapToInt(Spot::y).max().orElse(0) + HEIGHT + MARGIN;
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                .formatted(width, height, width, height));
        svg.append(" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        sources.forEach((target, all) -> all.forEach(source -> svg.append(line(source, target))));
        nodes.values().forEach(node -> svg.append(box(node)));
        return svg.append("</svg>\n").toString();
    }

    private void place() {
        var filled = new TreeMap<Integer, Integer>();
        for (var name : nodes.keySet()) {
            var column = column(name);
            var row = filled.merge(column, 1, Integer::sum) - 1;
            spots.put(name, new Spot(MARGIN + column * (WIDTH + GAP_ACROSS), MARGIN + row * (HEIGHT + GAP_DOWN)));
        }
    }

    private int column(String name) {
        var known = columns.get(name);
        if (known != null) {
            return known;
        }
        var column = sources.getOrDefault(name, List.of()).stream()
                .mapToInt(source -> column(source) + 1)
                .max()
                .orElse(0);
        columns.put(name, column);
        return column;
    }

    private String line(String source, String target) {
        var from = spots.getOrDefault(source, new Spot(0, 0));
        var to = spots.getOrDefault(target, new Spot(0, 0));
        var left = from.x + WIDTH;
        var middle = (left + to.x) / 2;
        return "<path d=\"M%d %d C%d %d %d %d %d %d\" fill=\"none\" stroke=\"#adb5bd\"/>\n"
                .formatted(
                        left,
                        from.y + HEIGHT / 2,
                        middle,
                        from.y + HEIGHT / 2,
                        middle,
                        to.y + HEIGHT / 2,
                        to.x,
                        to.y + HEIGHT / 2);
    }

    private String box(ShownNode node) {
        var spot = spots.getOrDefault(node.name(), new Spot(0, 0));
        var asked = start.contains(node.name());
        return """
                <g><title>%s</title><rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="%s" stroke-width="%d"/>
                <text x="%d" y="%d" fill="#212529">%s</text><text x="%d" y="%d" fill="#868e96" font-size="10">%s</text></g>
                """.formatted(
                        escaped(node.name()),
                        spot.x,
                        spot.y,
                        WIDTH,
                        HEIGHT,
                        COLOURS.getOrDefault(node.kind(), "#ffffff"),
                        asked ? "#212529" : "#ced4da",
                        asked ? 2 : 1,
                        spot.x + 10,
                        spot.y + 19,
                        escaped(end(node.title())),
                        spot.x + 10,
                        spot.y + 36,
                        escaped(beginning(String.join(", ", node.facts()))));
    }

    /** A long name says most at its end. */
    private static String end(String text) {
        return text.length() <= LETTERS ? text : "…" + text.substring(text.length() - LETTERS + 1);
    }

    private static String beginning(String text) {
        return text.length() <= LETTERS + 8 ? text : text.substring(0, LETTERS + 7) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
