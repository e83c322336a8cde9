package io.aifactory.local.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An order of a project with at most one model, said in options. */
final class OrderOptions {

    @Option(names = "--name", required = true, description = "The project's name for people.")
    private String displayName = "";

    @Option(names = "--cost-center", required = true, description = "Who pays.")
    private String costCenter = "";

    @Option(names = "--owner", description = "Who answers for it. Default: who orders.")
    private @Nullable String owner;

    @Option(names = "--environments", split = ",", description = "Default: dev,test,prod.")
    private List<String> environments = List.of("dev", "test", "prod");

    @Option(names = "--member", paramLabel = "PERSON=ROLE", description = "With the role lead, member or approver.")
    private Map<String, String> members = Map.of();

    @Option(names = "--model", description = "Such as 11_diabetes_model_reg.")
    private @Nullable String model;

    @Option(names = "--label", description = "The column the model learns.")
    private @Nullable String label;

    @Option(names = "--key", description = "The column that identifies a row.")
    private @Nullable String key;

    @Option(
            names = "--dataset",
            description = "A source dataset, such as ds01_measurements; the first leads the merge.")
    private List<String> datasets = List.of();

    /** Returns the order as the service takes it; the service says what is wrong with it. */
    JsonNode document() {
        var order = Json.MAPPER.createObjectNode();
        order.put("displayName", displayName);
        order.put("costCenter", costCenter);
        putIfSaid(order, "owner", owner);
        environments.forEach(order.putArray("environments")::add);
        var people = order.putArray("members");
        members.forEach(
                (person, role) -> people.addObject().put("person", person).put("role", role));
        var models = order.putArray("models");
        if (model != null) {
            fill(models.addObject().put("name", model));
        }
        return order;
    }

    private void fill(ObjectNode ordered) {
        putIfSaid(ordered, "label", label);
        putIfSaid(ordered, "key", key);
        var sources = ordered.putArray("datasets");
        datasets.forEach(dataset -> sources.addObject().put("name", dataset));
    }

    private static void putIfSaid(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
