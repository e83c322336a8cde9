package io.aifactory.local.demo;

/** The story from the ticket to the scores found again, and what comes after. */
final class Story {

    private final Stage stage;

    Story(Stage stage) {
        this.stage = stage;
    }

    /** Plays it; every step has really happened when this returns, else it throws. */
    void play() {
        var project = new OrderingChapter(stage).play();
        var data = new DataChapter(stage, project);
        var training = new TrainingChapter(stage, project);
        var promotion = new PromotionChapter(stage, project);
        data.play();
        training.play();
        promotion.play();
        new ScoringChapter(stage, project, data).play();
        new LaterDataChapter(stage, data, training, promotion).play();
        var refused = new ChallengerChapter(stage, project, training, promotion).play();
        new Summary(stage, project).tell(refused);
    }
}
