package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.models.PipelineDelivery;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import java.util.List;
import java.util.UUID;

/** A pipeline delivers a worse model, which is refused. */
final class ChallengerChapter {

    private final Stage stage;
    private final String project;
    private final TrainingChapter training;
    private final PromotionChapter promotion;

    ChallengerChapter(Stage stage, String project, TrainingChapter training, PromotionChapter promotion) {
        this.stage = stage;
        this.project = project;
        this.training = training;
        this.promotion = promotion;
    }

    /** Returns the promotion that was refused. */
    JsonNode play() {
        stage.narrator().chapter("A pipeline delivers a worse challenger");
        var model = DemoModel.DIABETES;
        var build = String.valueOf(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
        var delivery = PipelineDelivery.of(project, model.name(), build, List.of("age", "sex"), Stage.ANNA);
        var path = delivery.place(stage.home(), new Samples(stage.home()).file("diabetes/worse-challenger.onnx"));
        stage.insist("the bus to take the pipeline's message", () -> {
            delivery.announce(stage.home(), path);
            return path;
        });
        stage.narrator().say("build %s says that training is complete: %s", build, path);
        var version =
                training.await(model, found -> Fields.text(found, "trigger").equalsIgnoreCase("pipeline"));
        training.tell(version);
        return requireRefused(promotion.awaitEnd(model, version.path("version").asInt(), "dev"));
    }

    private JsonNode requireRefused(JsonNode ended) {
        if (Fields.text(ended, "state").equals("PROMOTED")
                || Fields.list(ended, "reasons").isEmpty()) {
            throw Refusal.of("The worse challenger was not refused with a reason: " + ended);
        }
        stage.narrator().say("refused: %s", Fields.list(ended, "reasons"));
        return ended;
    }
}
