package io.aifactory.provisioning.settings;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what holds for a model, and from which level each value came. */
@RestController
class SettingsController {

    private final ModelConfigurations configurations;

    SettingsController(ModelConfigurations configurations) {
        this.configurations = configurations;
    }

    @GetMapping("/projects/{project}/models/{model}/settings")
    SettingsView settings(Caller caller, @PathVariable ProjectId project, @PathVariable ModelName model) {
        caller.requireMember(project);
        return configurations
                .find(project, model)
                .map(SettingsView::from)
                .orElseThrow(() -> new ModelNotFound(project, model));
    }

    record SettingsView(
            ProjectId project,
            ModelName model,
            int revision,
            String owner,
            ModelSettings settings,
            Map<String, String> levels,
            Instant configuredAt) {

        static SettingsView from(ModelConfiguration configuration) {
            return new SettingsView(
                    configuration.project(),
                    configuration.model(),
                    configuration.revision(),
                    configuration.owner(),
                    configuration.settings(),
                    new TreeMap<>(configuration.levels()),
                    configuration.configuredAt());
        }
    }
}
