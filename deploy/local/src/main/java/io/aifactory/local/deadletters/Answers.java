package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What several services answered. One that does not answer is named and does not keep the others from it. */
final class Answers {

    private final Map<ServiceName, JsonNode> answers = new LinkedHashMap<>();
    private boolean complete = true;

    private Answers() {}

    static Answers of(List<ServiceName> services, Output output, Function<ServiceName, JsonNode> question) {
        var all = new Answers();
        Refusal away = null;
        for (ServiceName service : services) {
            try {
                all.answers.put(service, question.apply(service));
            } catch (Refusal e) {
                away = unlessAway(e);
                output.progress(String.valueOf(e.getMessage()));
                all.complete = false;
            }
        }
        if (away != null && all.answers.isEmpty()) {
            throw Refusal.unreachable("No service answered. Is the factory up? See ./factory status and ./factory up");
        }
        return all;
    }

    private static Refusal unlessAway(Refusal refusal) {
        if (refusal.exitCode() != ExitCode.UNREACHABLE) {
            throw refusal;
        }
        return refusal;
    }

    void each(BiConsumer<ServiceName, JsonNode> use) {
        answers.forEach(use);
    }

    /** Returns the elements of a list in every answer, or of every answer that is one, each with its service. */
    ArrayNode elements(Function<JsonNode, JsonNode> list) {
        ArrayNode elements = Json.MAPPER.createArrayNode();
        answers.forEach((service, answer) ->
                list.apply(answer).forEach(element -> elements.add(with(service, (ObjectNode) element))));
        return elements;
    }

    private static ObjectNode with(ServiceName service, ObjectNode element) {
        ObjectNode named = Json.MAPPER.createObjectNode().put("service", service.module());
        if (element.has("seq")) {
            named.put("id", LetterId.of(service, element).toString());
        }
        return named.setAll(element);
    }

    /** Returns whether every service answered. */
    boolean complete() {
        return complete;
    }

    ExitCode exitCode() {
        return complete ? ExitCode.DONE : ExitCode.UNREACHABLE;
    }
}
