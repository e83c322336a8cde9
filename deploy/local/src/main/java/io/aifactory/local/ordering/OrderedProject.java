package io.aifactory.local.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import java.util.List;

/** A project that was ordered: asked before anything is copied into its lakes. */
public final class OrderedProject {

    private final ProjectId id;
    private final List<String> models;
    private final List<String> environments;

    private OrderedProject(ProjectId id, List<String> models, List<String> environments) {
        this.id = id;
        this.models = models;
        this.environments = environments;
    }

    /**
     * Returns the project.
     *
     * @throws Refusal if there is none, or none the person may see
     */
    public static OrderedProject find(FactoryApi api, ProjectId id) {
        var found = api.get(ServiceName.PROVISIONING, ResourcePath.of("projects", id));
        var models = Fields.items(found.path("models")).stream()
                .map(JsonNode::asText)
                .toList();
        var environments = Fields.items(found.path("environments")).stream()
                .map(environment -> Fields.text(environment, "environment"))
                .toList();
        return new OrderedProject(id, models, environments);
    }

    /**
     * Refuses a model the project does not have.
     *
     * @throws Refusal naming those it has
     */
    public void requireModel(ModelName model) {
        require("model", model.value(), models);
    }

    /**
     * Refuses an environment the project does not have.
     *
     * @throws Refusal naming those it has
     */
    public void requireEnvironment(EnvironmentTier environment) {
        require("environment", environment.label(), environments);
    }

    private void require(String kind, String name, List<String> names) {
        if (!names.contains(name)) {
            throw Refusal.of("%s has no %s '%s'. It has: %s".formatted(id, kind, name, String.join(", ", names)));
        }
    }
}
