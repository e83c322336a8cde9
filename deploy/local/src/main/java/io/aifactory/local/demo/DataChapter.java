package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.data.HandIn;
import io.aifactory.local.data.LandingZone;
import io.aifactory.local.data.TableFile;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files are handed in and become gold. */
final class DataChapter {

    private final Stage stage;
    private final String project;
    private final HandIn handIn;
    private final Samples samples;

    DataChapter(Stage stage, String project) {
        this.stage = stage;
        this.project = project;
        this.handIn = new HandIn(stage.home(), stage.as(Stage.ANNA), Clock.systemUTC());
        this.samples = new Samples(stage.home());
    }

    /** The first data of every model; returns once each has its gold. */
    void play() {
        stage.narrator().chapter("Anna hands the data in");
        DemoModel.ALL.forEach(model -> handIn(model, "", "dev", null));
        DemoModel.ALL.forEach(this::tellSilver);
        DemoModel.ALL.forEach(model -> tellGold(awaitGold(model, 0)));
    }

    /** Hands in a file for every dataset of the model. */
    void handIn(DemoModel model, String suffix, String environment, @Nullable Integer inference) {
        for (var dataset : model.datasets()) {
            var file = samples.file(dataset.data() + suffix + ".csv");
            var today = LocalDate.now(Clock.systemUTC());
            var zone = LandingZone.of(project, model.name(), dataset.name(), environment, inference, today);
            stage.insist("the file to be handed in", () -> handIn.put(TableFile.of(file), zone));
            stage.narrator().say("%s is in the %s lake, for %s", file.getFileName(), environment, dataset.name());
        }
    }

    /** Returns the newest gold once it has more rows than given. */
    JsonNode awaitGold(DemoModel model, int moreRowsThan) {
        return stage.await("gold of " + model.name(), () -> newest(model, "gold", "gold")
                .filter(gold -> gold.path("rows").asInt() > moreRowsThan));
    }

    void tellGold(JsonNode gold) {
        stage.narrator()
                .say(
                        "gold version %s of %s: %s rows",
                        Fields.text(gold, "version"), Fields.text(gold, "model"), Fields.text(gold, "rows"));
    }

    private void tellSilver(DemoModel model) {
        for (var dataset : model.datasets()) {
            var silver = stage.await("silver of " + dataset.name(), () -> newest(model, dataset.name(), "silver"));
            stage.narrator()
                    .say(
                            "silver version %s of %s: %s rows, %s spoilt ones in bad/",
                            Fields.text(silver, "version"),
                            dataset.name(),
                            Fields.text(silver, "rows"),
                            Fields.text(silver, "badRows"));
        }
    }

    private Optional<JsonNode> newest(DemoModel model, String dataset, String layer) {
        List<JsonNode> versions = stage.list(
                Stage.ANNA,
                ServiceName.LAKE,
                ResourcePath.of("projects", project, "datasets")
                        .with("model", model.name())
                        .with("dataset", dataset)
                        .with("layer", layer)
                        .with("environment", "dev"));
        return versions.stream()
                .max(Comparator.comparing(saved -> saved.path("version").asInt()));
    }
}
