package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.arrival.FileArrived;
import io.aifactory.lake.reconciliation.Reconciliations;
import io.aifactory.lake.settings.ConfiguredModel;
import io.aifactory.lake.settings.ConfiguredModels;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has data refined when a file has landed, and when what it has to hold has changed. */
@Component
class RefinementListener {

    private final Arrivals arrivals;
    private final ConfiguredModels models;
    private final Reconciliations reconciliations;

    RefinementListener(Arrivals arrivals, ConfiguredModels models, Reconciliations reconciliations) {
        this.arrivals = arrivals;
        this.models = models;
        this.reconciliations = reconciliations;
    }

    @EventListener
    void on(FileArrived arrived) {
        refine(RefinementScope.of(arrived.file()));
    }

    /** Hears before the settings are kept, so that it sees what has changed. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ModelConfigured configured) {
        var model = new LakeFolder.OfModel(configured.project(), configured.model());
        arrivals.lookAgain(model, readAnew(new ConfiguredModel(configured)));
        arrivals.placesOf(model).stream()
                .map(place -> new RefinementScope(place.zone(), place.environment()))
                .forEach(this::refine);
    }

    /** Returns the datasets whose files are read in another way from now on. */
    private List<DatasetName> readAnew(ConfiguredModel now) {
        return models.find(now.project(), now.name())
                .map(before -> now.datasets().stream()
                        .filter(dataset -> !Objects.equals(before.formOf(dataset), now.formOf(dataset)))
                        .toList())
                .orElse(List.of());
    }

    private void refine(RefinementScope scope) {
        reconciliations.request(Refinement.KIND, scope.toString());
    }
}
