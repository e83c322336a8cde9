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
        var path = ResourcePath.of("projects", project, "models").with("model", model);
        return Fields.items(api.get(ServiceName.TRAINING, path));
    }
}
