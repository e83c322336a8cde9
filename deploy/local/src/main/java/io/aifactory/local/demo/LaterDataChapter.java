package io.aifactory.local.demo;

import io.aifactory.local.terminal.Fields;

/** New data arrives, the factory trains again and compares. */
final class LaterDataChapter {

    private final Stage stage;
    private final DataChapter data;
    private final TrainingChapter training;
    private final PromotionChapter promotion;

    LaterDataChapter(Stage stage, DataChapter data, TrainingChapter training, PromotionChapter promotion) {
        this.stage = stage;
        this.data = data;
        this.training = training;
        this.promotion = promotion;
    }

    void play() {
        stage.narrator().chapter("New data arrives");
        var model = DemoModel.DIABETES;
        var before = data.awaitGold(model, 0).path("rows").asInt();
        data.handIn(model, "-later", "dev", null);
        data.tellGold(data.awaitGold(model, before));
        var version = training.await(model, found -> found.path("version").asInt() > 1);
        training.tell(version);
        promotion.awaitEnd(model, Integer.parseInt(Fields.text(version, "version")), "dev");
    }
}
