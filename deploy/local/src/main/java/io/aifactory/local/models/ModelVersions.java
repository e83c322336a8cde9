package io.aifactory.local.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of a project's models, as training has them. */
public final class ModelVersions {

    private ModelVersions() {}

    /** Returns every version, of one model or of all. */
    public static List<JsonNode> of(FactoryApi api, String project, @Nullable String model) {
        if (model != null) {
            return versions(api, project, model);
        }
        var models = api.get(ServiceName.TRAINING, ResourcePath.of("projects", project, "models"));
        return Fields.items(models).stream()
                .map(one -> Fields.text(one, "model"))
                .flatMap(name -> versions(api, project, name).stream())
                .toList();
    }

    private static List<JsonNode> versions(FactoryApi api, String project, String model) {
        return Fields.items(
                api.get(ServiceName.TRAINING, ResourcePath.of("projects", project, "models", model, "versions")));
    }
}
