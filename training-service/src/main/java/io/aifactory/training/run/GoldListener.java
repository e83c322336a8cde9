package io.aifactory.training.run;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.DriftDetected;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.training.gold.GoldVersion;
import io.aifactory.training.gold.GoldVersions;
import io.aifactory.training.settings.ConfiguredModel;
import io.aifactory.training.settings.ConfiguredModels;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Trains when there is new gold data in dev, where all models are made, and settings to train with; and once more on the
 * newest when data drifts.
 */
@Component
class GoldListener {

    private final GoldVersions golds;
    private final ConfiguredModels models;
    private final RunRequests requests;

    GoldListener(GoldVersions golds, ConfiguredModels models, RunRequests requests) {
        this.golds = golds;
        this.models = models;
        this.requests = requests;
    }

    @EventListener
    void on(DatasetSaved event) {
        if (event.dataset().layer() != LakeLayer.GOLD || event.dataset().file().environment() != EnvironmentTier.DEV) {
            return;
        }
        golds.keep(gold(event));
        models.find(event.project(), event.model())
                .ifPresent(configured -> trainOnNewest(event.project(), event.model(), configured.owner()));
    }

    /**
     * Settings may come after the data; a project's events are handled in their order, so that waiting for the settings
     * would hold them back.
     */
    @EventListener
    void on(ModelConfigured event) {
        trainOnNewest(event.project(), event.model(), event.owner());
    }

    /** Does nothing when the newest gold has had its run. */
    private void trainOnNewest(ProjectId project, ModelName model, String owner) {
        golds.newest(project, model)
                .ifPresent(gold -> requests.request(
                        project,
                        model,
                        TrainingTrigger.DATA,
                        "gold-" + gold.version(),
                        new RunInput.Gold(gold.version()),
                        owner));
    }

    @EventListener
    void on(DriftDetected event) {
        var owner = models.find(event.project(), event.model()).map(ConfiguredModel::owner);
        golds.newest(event.project(), event.model())
                .ifPresent(gold -> requests.request(
                        event.project(),
                        event.model(),
                        TrainingTrigger.DRIFT,
                        "drift-" + event.driftId(),
                        new RunInput.Gold(gold.version()),
                        owner.orElse("drift")));
    }

    private static GoldVersion gold(DatasetSaved event) {
        return new GoldVersion(
                event.project(),
                event.model(),
                event.dataset(),
                split(event, LakeLayer.GOLD_TRAIN),
                split(event, LakeLayer.GOLD_VALIDATE),
                split(event, LakeLayer.GOLD_TEST),
                event.inputs(),
                event.savedAt());
    }

    private static DatasetReference split(DatasetSaved event, LakeLayer layer) {
        return event.splits().stream()
                .filter(split -> split.layer() == layer)
                .findFirst()
                .orElseThrow(() -> new Unprocessable("Gold was saved without its part " + layer));
    }
}
