package io.aifactory.training.pipeline;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.lake.DeliveredModelFile;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.DependencyUnavailable;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.training.gold.GoldVersions;
import io.aifactory.training.run.RunInput;
import io.aifactory.training.run.RunRequests;
import io.aifactory.training.settings.ConfiguredModel;
import io.aifactory.training.settings.ConfiguredModels;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts a run for each model that a pipeline delivered; one per build, however often and in whatever format the build is
 * told of. A notice that overtakes the model's settings or its gold is thrown, so that the inbox tries again. A build that doesn't say where its model lies, and has none at the place agreed on, delivered none.
 */
@Component
class PipelineListener {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineListener.class);
    private static final String AGREED_NAME = "model.onnx";

    private final DeliveryNotices notices;
    private final ConfiguredModels models;
    private final GoldVersions golds;
    private final Lakes lakes;
    private final RunRequests requests;

    PipelineListener(
            DeliveryNotices notices, ConfiguredModels models, GoldVersions golds, Lakes lakes, RunRequests requests) {
        this.notices = notices;
        this.models = models;
        this.golds = golds;
        this.lakes = lakes;
        this.requests = requests;
    }

    @EventListener
    void on(QueueMessage message) {
        notices.read(message.body()).ifPresent(this::request);
    }

    private void request(DeliveryNotice notice) {
        var model = model(notice).model();
        try {
            file(notice, model)
                    .ifPresentOrElse(
                            file -> request(notice, model, file),
                            () -> LOG.info(
                                    "Build {} of {}/{} delivered no model", notice.buildId(), notice.project(), model));
        } catch (IllegalArgumentException e) {
            throw new Unprocessable("The delivery can't be taken: " + e.getMessage(), e);
        }
    }

    private void request(DeliveryNotice notice, ModelName model, DeliveredModelFile file) {
        if (golds.newest(notice.project(), model).isEmpty()) {
            throw new IllegalStateException("%s/%s has no gold data yet that the model of build %s could be tested on"
                    .formatted(notice.project(), model, notice.buildId()));
        }
        requests.request(
                notice.project(),
                model,
                TrainingTrigger.PIPELINE,
                "build-" + notice.buildId(),
                new RunInput.Delivery(file.file(), notice.features(), notice.buildId(), notice.commit()),
                notice.requestedFor());
    }

    private Optional<DeliveredModelFile> file(DeliveryNotice notice, ModelName model) {
        var zone = ModelZone.train(notice.project(), model);
        if (notice.modelFile() != null) {
            return Optional.of(named(notice.modelFile(), zone));
        }
        var agreed = new DeliveredModelFile(zone, EnvironmentTier.DEV, notice.buildId(), AGREED_NAME);
        try {
            return lakes.of(EnvironmentTier.DEV).find(agreed).map(stored -> agreed);
        } catch (LakeUnavailable e) {
            throw new DependencyUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static DeliveredModelFile named(String path, ModelZone.Train zone) {
        if (LakePaths.parse(path) instanceof DeliveredModelFile file
                && file.zone().equals(zone)
                && file.environment() == EnvironmentTier.DEV
                && file.name().endsWith(".onnx")) {
            return file;
        }
        throw new Unprocessable("'%s' is no delivered model of %s/%s: expected is %s/model/dev/in/<build>/<name>.onnx"
                .formatted(path, zone.project(), zone.model(), zone.path()));
    }

    private ConfiguredModel model(DeliveryNotice notice) {
        return models.of(notice.project()).stream()
                .filter(candidate -> candidate.model().value().equals(notice.model())
                        || candidate.model().alias().equalsIgnoreCase(notice.model()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no model '%s' yet, it has %s"
                        .formatted(
                                notice.project(),
                                notice.model(),
                                models.of(notice.project()).stream()
                                        .map(ConfiguredModel::model)
                                        .toList())));
    }
}
