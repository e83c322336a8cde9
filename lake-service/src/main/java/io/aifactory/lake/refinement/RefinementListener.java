package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.lake.active.ActiveChoiceChanged;
import io.aifactory.lake.arrival.ArrivalProperties;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.arrival.FileChanged;
import io.aifactory.lake.arrival.FolderCompleted;
import io.aifactory.lake.query.QueryChanged;
import io.aifactory.lake.reconciliation.Reconciliations;
import io.aifactory.lake.settings.ConfiguredModel;
import io.aifactory.lake.settings.ConfiguredModels;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has data refined when a file has landed or gone, when other data counts, and when what it has to hold has changed. */
@Component
class RefinementListener {

    private final Arrivals arrivals;
    private final ConfiguredModels models;
    private final Reconciliations reconciliations;
    private final ArrivalProperties properties;

    RefinementListener(
            Arrivals arrivals, ConfiguredModels models, Reconciliations reconciliations, ArrivalProperties properties) {
        this.arrivals = arrivals;
        this.models = models;
        this.reconciliations = reconciliations;
        this.properties = properties;
    }

    /** Files come bit by bit, so their refinement waits until nothing more has come for a while. */
    @EventListener
    void on(FileChanged changed) {
        RefinementScope scope = RefinementScope.of(changed.file());
        reconciliations.request(Refinement.KIND, scope.toString(), properties.patience());
    }

    @EventListener
    void on(FolderCompleted completed) {
        InFolder folder = completed.folder();
        refine(new RefinementScope(folder.zone(), folder.environment()));
    }

    @EventListener
    void on(ActiveChoiceChanged changed) {
        scopesOf(new LakeFolder.OfModel(changed.project(), changed.model()))
                .filter(scope -> scope.environment() == changed.environment())
                .forEach(this::refine);
    }

    /** Hears before the settings are kept, so that it sees what has changed. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ModelConfigured configured) {
        lookAgain(
                new LakeFolder.OfModel(configured.project(), configured.model()),
                readAnew(new ConfiguredModel(configured)));
    }

    @EventListener
    void on(QueryChanged changed) {
        lookAgain(
                new LakeFolder.OfModel(changed.file().project(), changed.file().model()), List.of());
    }

    private void lookAgain(LakeFolder.OfModel model, Collection<DatasetName> readAnew) {
        arrivals.lookAgain(model, readAnew);
        scopesOf(model).forEach(this::refine);
    }

    private Stream<RefinementScope> scopesOf(LakeFolder.OfModel model) {
        return arrivals.placesOf(model).stream().map(place -> new RefinementScope(place.zone(), place.environment()));
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
