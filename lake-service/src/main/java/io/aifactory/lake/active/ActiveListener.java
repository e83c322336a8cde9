package io.aifactory.lake.active;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.lake.arrival.ActiveFileChanged;
import io.aifactory.lake.layout.ProjectEnvironments;
import io.aifactory.lake.reconciliation.Reconciliations;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has active files read when they have changed, and when a model is configured that may have had them before. */
@Component
class ActiveListener {

    private final ProjectEnvironments environments;
    private final Reconciliations reconciliations;

    ActiveListener(ProjectEnvironments environments, Reconciliations reconciliations) {
        this.environments = environments;
        this.reconciliations = reconciliations;
    }

    @EventListener
    void on(ActiveFileChanged changed) {
        List<EnvironmentTier> known = environments.of(changed.file().project());
        changed.environments().stream()
                .filter(known::contains)
                .forEach(environment -> read(changed.file(), environment));
    }

    @EventListener
    void on(ModelConfigured configured) {
        for (EnvironmentTier environment : environments.of(configured.project())) {
            for (var use : ActiveFile.Use.values()) {
                read(new ActiveFile(configured.project(), configured.model(), use), environment);
            }
        }
    }

    private void read(ActiveFile file, EnvironmentTier environment) {
        reconciliations.request(ActiveReading.KIND, new ActivePlace(file, environment).toString());
    }
}
