package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.scoring.Rows;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A caller gets scores online and in a batch, and they are found again. */
final class ScoringChapter {

    private static final String CALLER = "clinic-7";
    private static final int ROWS = 3;
    private static final List<String> NO_FEATURES = List.of("person_id", "sample_id", "progression", "diagnosis");

    private final Stage stage;
    private final String project;
    private final DataChapter data;

    ScoringChapter(Stage stage, String project, DataChapter data) {
        this.stage = stage;
        this.project = project;
        this.data = data;
    }

    void play() {
        stage.narrator().chapter("A clinic asks for scores, and they are found again");
        var day = LocalDate.now(Clock.systemUTC());
        DemoModel.ALL.forEach(this::scoreOnline);
        scoreBatch();
        DemoModel.ALL.forEach(model -> findAgain(model, day));
    }

    private void scoreOnline(DemoModel model) {
        var key = stage.insist("an endpoint key", () -> stage.as(Stage.ANNA)
                .post(
                        ServiceName.SCORING,
                        ResourcePath.of("projects", project, "endpoints", "prod", model.name(), "keys"),
                        Map.of()));
        var request = Json.MAPPER.createObjectNode().set("data", firstRows(model));
        var headers = Map.of("Authorization", "Bearer " + Fields.text(key, "key"), "X-Caller-Id", CALLER);
        var answer = stage.insist("an online score", () -> stage.as(Stage.ANNA)
                .post(ServiceName.SCORING, ResourcePath.of("score", "prod", project, model.name()), request, headers));
        if (answer.path("result").size() != ROWS) {
            throw Refusal.of("%d rows were scored as %s".formatted(ROWS, answer));
        }
        stage.narrator()
                .say(
                        "%s scores %d rows online in prod with %s version %s: %s",
                        CALLER, ROWS, model.name(), Fields.text(answer, "version"), results(answer));
    }

    /** Rows as a caller has them: the merged columns, without key and label. */
    private ArrayNode firstRows(DemoModel model) {
        var samples = new Samples(stage.home());
        var rows = Json.MAPPER.createArrayNode();
        for (int row = 0; row < ROWS; row++) {
            rows.addObject();
        }
        for (var dataset : model.datasets()) {
            var later = Rows.ofFile(samples.file(dataset.data() + "-later.csv"));
            for (int row = 0; row < ROWS; row++) {
                ((ObjectNode) rows.get(row)).setAll((ObjectNode) later.get(row));
            }
        }
        rows.forEach(row -> ((ObjectNode) row).remove(NO_FEATURES));
        return rows;
    }

    private static String results(JsonNode answer) {
        return String.join(
                ", ",
                Fields.items(answer.path("result")).stream().map(Fields::number).toList());
    }

    private void scoreBatch() {
        data.handIn(DemoModel.DIABETES, "-batch", "prod", 0);
        var path = ResourcePath.of("projects", project, "scorings")
                .with("model", DemoModel.DIABETES.name())
                .with("environment", "prod")
                .with("kind", "batch");
        var scoring =
                stage.await("the batch to be scored", () -> stage.list(Stage.ANNA, ServiceName.SCORING, path).stream()
                        .findFirst());
        stage.narrator()
                .say(
                        "the batch is scored: %s rows by version %s, in %s",
                        Fields.text(scoring, "rows"), Fields.text(scoring, "version"), Fields.text(scoring, "path"));
    }

    private void findAgain(DemoModel model, LocalDate day) {
        var path = ResourcePath.of("projects", project, "scored")
                .with("model", model.name())
                .with("environment", "prod")
                .with("caller", CALLER)
                .with("version", 1)
                .with("from", day + "T00:00:00Z");
        var found = stage.await(
                "the scores to be found again", () -> Optional.of(stage.list(Stage.ANNA, ServiceName.SCORING, path))
                        .filter(rows -> rows.size() >= ROWS));
        stage.narrator()
                .say(
                        "found again by date, caller %s and version 1 of %s: %d rows; the first was scored as %s at %s",
                        CALLER,
                        model.name(),
                        found.size(),
                        Fields.number(found.get(0).path("prediction")),
                        Fields.time(found.get(0), "scoredAt"));
    }
}
