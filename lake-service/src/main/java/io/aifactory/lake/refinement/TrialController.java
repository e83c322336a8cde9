package io.aifactory.lake.refinement;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.engine.TableRefused;
import io.aifactory.lake.query.InvalidQuery;
import io.aifactory.lake.settings.ConfiguredModel;
import io.aifactory.lake.settings.ConfiguredModels;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows people what a query would do, before it counts. */
@RestController
class TrialController {

    private final Trials trials;
    private final ConfiguredModels models;

    TrialController(Trials trials, ConfiguredModels models) {
        this.trials = trials;
        this.models = models;
    }

    @PostMapping(
            path = "/projects/{project}/models/{model}/sql/{environment}/trial",
            consumes = MediaType.TEXT_PLAIN_VALUE)
    Trial tryOut(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable ModelName model,
            @PathVariable EnvironmentTier environment,
            @RequestParam(required = false) @Nullable DatasetName dataset,
            @RequestBody(required = false) @Nullable String sql) {
        caller.requireMember(project);
        ConfiguredModel configured = models.find(project, model).orElseThrow(() -> new ProjectNotFound(project));
        String query = sql == null || sql.isBlank() ? null : sql;
        try {
            return dataset == null
                    ? trials.ofGold(configured, environment, query)
                    : trials.ofSilver(configured, dataset, environment, query);
        } catch (TableRefused e) {
            throw new InvalidQuery(e);
        }
    }
}
