package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Gold becomes models. */
final class TrainingChapter {

    private static final Comparator<JsonNode> BY_VERSION =
            Comparator.comparing(version -> version.path("version").asInt());

    private final Stage stage;
    private final String project;

    TrainingChapter(Stage stage, String project) {
        this.stage = stage;
        this.project = project;
    }

    /** Returns once every model has its first version. */
    void play() {
        stage.narrator().chapter("The factory trains");
        DemoModel.ALL.forEach(model -> tell(await(model, version -> true)));
    }

    /** Returns the newest version of the model that is as wanted. */
    JsonNode await(DemoModel model, Predicate<JsonNode> wanted) {
        return stage.await("a version of " + model.name(), () -> newest(model, wanted));
    }

    void tell(JsonNode version) {
        stage.narrator()
                .say(
                        "%s version %s by %s; on the test set: %s",
                        Fields.text(version, "model"),
                        Fields.text(version, "version"),
                        Fields.text(version, "algorithm"),
                        Fields.numbers(version, "metrics"));
    }

    /** Returns every version of the model, the oldest first. */
    List<JsonNode> versions(DemoModel model) {
        var path = ResourcePath.of("projects", project, "models", model.name(), "versions");
        return stage.list(Stage.ANNA, ServiceName.TRAINING, path).stream()
                .sorted(BY_VERSION)
                .toList();
    }

    private Optional<JsonNode> newest(DemoModel model, Predicate<JsonNode> wanted) {
        return versions(model).stream().filter(wanted).max(BY_VERSION);
    }
}
