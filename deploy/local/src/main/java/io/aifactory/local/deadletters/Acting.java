package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does one thing to dead letters, step by step as long as a service says that there may be more. */
final class Acting {

    private static final String DEAD_LETTERS = "dead-letters";

    private final FactoryApi api;
    private final String verb;
    private final String done;
    private final Map<String, Object> details;

    /**
     * @param verb what to do, as in the path
     * @param done the field that says to how many it was done
     * @param details what has to be said beside which ones are meant
     */
    Acting(FactoryApi api, String verb, String done, Map<String, Object> details) {
        this.api = api;
        this.verb = verb;
        this.done = done;
        this.details = details;
    }

    JsonNode onEach(ServiceName service, List<LetterId> ids) {
        ObjectNode sum = nothing();
        ids.stream()
                .filter(id -> id.service() == service)
                .forEach(id -> add(sum, api.post(service, ResourcePath.of(DEAD_LETTERS, id.seq(), verb), details)));
        return sum;
    }

    JsonNode onAll(ServiceName service, Choice choice) {
        ObjectNode sum = nothing();
        var body = new HashMap<>(choice.document());
        body.putAll(details);
        JsonNode answer;
        do {
            answer = api.post(service, ResourcePath.of(DEAD_LETTERS, verb), body);
            add(sum, answer);
            body.put("after", answer.path("next").asLong());
        } while (answer.hasNonNull("next"));
        return sum;
    }

    JsonNode wouldBeEach(ServiceName service, List<LetterId> ids) {
        long dead = ids.stream()
                .filter(id -> id.service() == service)
                .map(id -> api.get(service, ResourcePath.of(DEAD_LETTERS, id.seq())))
                .filter(letter -> letter.path("status").asText().equals("DEAD"))
                .count();
        return nothing().put(done, dead);
    }

    JsonNode wouldBeAll(ServiceName service, Choice choice) {
        var path = choice.on(ResourcePath.of(DEAD_LETTERS)).with("limit", 1);
        return nothing().put(done, api.get(service, path).path("total").asLong());
    }

    long count(JsonNode sum) {
        return sum.path(done).asLong();
    }

    private ObjectNode nothing() {
        ObjectNode nothing = Json.MAPPER.createObjectNode().put(done, 0);
        nothing.putArray("stillDead");
        return nothing;
    }

    private void add(ObjectNode sum, JsonNode answer) {
        sum.put(done, count(sum) + count(answer));
        answer.path("stillDead").forEach(sum.withArray("stillDead")::add);
    }
}
