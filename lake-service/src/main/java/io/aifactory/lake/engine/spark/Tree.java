package io.aifactory.lake.engine.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.lake.engine.InvalidSql;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A node of a query's tree. */
record Tree(JsonNode node) {

    Tree at(String field) {
        return new Tree(node.path(field));
    }

    String text(String field) {
        return node.path(field).asText();
    }

    String lower(String field) {
        return text(field).toLowerCase(Locale.ROOT);
    }

    boolean flag(String field) {
        return node.path(field).asBoolean();
    }

    String type() {
        return text("type");
    }

    boolean is(String type) {
        return type().equals(type);
    }

    /** Returns whether there is nothing: no value, an empty text, no element, or false. */
    boolean isEmpty() {
        return node.isMissingNode()
                || node.isNull()
                || (node.isContainerNode() && node.isEmpty())
                || (node.isTextual() && node.asText().isEmpty())
                || (node.isBoolean() && !node.asBoolean());
    }

    List<Tree> items(String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(Tree::new)
                .toList();
    }

    List<Tree> children() {
        return items("children");
    }

    String join(String field, String separator, Function<Tree, String> writer) {
        return items(field).stream().map(writer).collect(Collectors.joining(separator));
    }

    /**
     * Lets pass a node that has nothing there.
     *
     * @throws InvalidSql otherwise
     */
    void requireNo(String field, String what) {
        if (!at(field).isEmpty()) {
            throw refused(what);
        }
    }

    static InvalidSql refused(String what) {
        return new InvalidSql(
                "%s may not be used where Spark does the work, which does it otherwise or not at all".formatted(what));
    }

    static InvalidSql refused(String what, String instead) {
        return new InvalidSql("%s may not be used where Spark does the work; %s".formatted(what, instead));
    }
}
