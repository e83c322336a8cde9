package io.aifactory.training.run;

import io.aifactory.training.gold.GoldVersion;
import io.aifactory.training.gold.GoldVersions;
import io.aifactory.training.settings.ConfiguredModels;
import org.springframework.stereotype.Component;

/** Makes a run's model in one attempt from what the run was given. */
@Component
class ModelMaking {

    private final ConfiguredModels configured;
    private final GoldVersions golds;
    private final GoldTraining goldTraining;
    private final DeliveredModel deliveredModel;

    ModelMaking(
            ConfiguredModels configured, GoldVersions golds, GoldTraining goldTraining, DeliveredModel deliveredModel) {
        this.configured = configured;
        this.golds = golds;
        this.goldTraining = goldTraining;
        this.deliveredModel = deliveredModel;
    }

    MadeModel make(Attempt attempt) throws InterruptedException {
        var run = attempt.run();
        var settings = configured
                .find(run.project(), run.model())
                .orElseThrow(() -> new RunRefused("There are no settings of %s".formatted(run.model())));
        if (run.input() instanceof RunInput.Delivery delivery) {
            return deliveredModel.make(delivery, settings, newestGold(run));
        }
        int version = ((RunInput.Gold) run.input()).version();
        return goldTraining.make(attempt, settings, golds.get(run.project(), run.model(), version));
    }

    private GoldVersion newestGold(TrainingRun run) {
        return golds.newest(run.project(), run.model())
                .orElseThrow(() -> new RunRefused("There is no gold data yet that the model could be tested on"));
    }
}
