package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.Outbox;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The models of projects: takes down what holds for each, and announces it. */
@Component
public class ConfiguredModels {

    private static final int FIRST = 1;

    private final ModelConfigurations configurations;
    private final Outbox outbox;
    private final Clock clock;

    ConfiguredModels(ModelConfigurations configurations, Outbox outbox, Clock clock) {
        this.configurations = configurations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes down the models of a new project and announces each, within the caller's transaction. */
    public void configure(ProjectId project, String owner, List<ModelOrder> models) {
        for (ModelOrder model : models) {
            var configuration = new ModelConfiguration(
                    project, model.name(), FIRST, owner, model.settings(), model.levels(), clock.instant());
            configurations.add(configuration);
            outbox.publish(configuration.announcement());
        }
    }

    /** Returns the models of a project, by name. */
    public List<ModelName> of(ProjectId project) {
        return configurations.namesIn(project);
    }
}
