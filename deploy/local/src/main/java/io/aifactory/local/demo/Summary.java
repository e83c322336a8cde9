package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.promotions.Comparison;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Table;
import java.util.List;

/** What there is at the end, asked anew of every service. */
final class Summary {

    private final Stage stage;
    private final String project;

    Summary(Stage stage, String project) {
        this.stage = stage;
        this.project = project;
    }

    void tell(JsonNode refused) {
        show("Project " + project, environments());
        show("Datasets, each in its latest version", datasets());
        show("Models", models());
        show("Champions and who approved them", champions());
        show("Promotions", promotions());
        show("Scorings", scorings());
        stage.narrator().chapter("Refused");
        stage.narrator()
                .plain(List.of("version %s of %s: %s"
                        .formatted(
                                Fields.text(refused, "version"),
                                Fields.text(refused, "model"),
                                Fields.list(refused, "reasons"))));
    }

    private void show(String title, Table table) {
        stage.narrator().chapter(title);
        stage.narrator().plain(table.lines());
    }

    private Table environments() {
        var path = ResourcePath.of("projects", project);
        var one = stage.insist("the project", () -> stage.as(Stage.CARL).get(ServiceName.PROVISIONING, path));
        var table = Table.of("environment", "state", "resources");
        Fields.items(one.path("environments"))
                .forEach(environment -> table.row(
                        Fields.text(environment, "environment"),
                        Fields.lower(environment, "state"),
                        environment.path("resources").size()));
        return table;
    }

    private Table datasets() {
        var table = Table.of("model", "dataset", "layer", "env", "version", "rows", "bad rows");
        list(ServiceName.LAKE, "datasets", "latest", "true")
                .forEach(one -> table.row(
                        Fields.text(one, "model"),
                        Fields.text(one, "dataset"),
                        Fields.text(one, "layer"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "version"),
                        Fields.text(one, "rows"),
                        Fields.text(one, "badRows")));
        return table;
    }

    private Table models() {
        var table = Table.of(
                "model", "version", "trigger", "best of the leaderboard, cross-validated", "metrics on the test set");
        for (var model : DemoModel.ALL) {
            new TrainingChapter(stage, project)
                    .versions(model)
                    .forEach(version -> table.row(
                            model.name(),
                            Fields.text(version, "version"),
                            Fields.text(version, "trigger"),
                            best(model, version),
                            Fields.numbers(version, "metrics")));
        }
        return table;
    }

    private String best(DemoModel model, JsonNode version) {
        var path = ResourcePath.of(
                "projects", project, "models", model.name(), "versions", Fields.text(version, "version"));
        var details = stage.insist("the leaderboard", () -> stage.as(Stage.CARL).get(ServiceName.TRAINING, path));
        if (details.path("leaderboard").isEmpty()) {
            return "";
        }
        var first = details.path("leaderboard").path(0);
        return "%s: %s %s"
                .formatted(
                        Fields.text(first, "name"), Fields.text(first, "metric"), Fields.number(first.path("cvScore")));
    }

    private Table champions() {
        var table = Table.of("model", "env", "version", "approved by");
        list(ServiceName.PROMOTION, "champions", "", "")
                .forEach(one -> table.row(
                        Fields.text(one, "model"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "version"),
                        Fields.text(one, "approvedBy")));
        return table;
    }

    private Table promotions() {
        var table = Table.of("model", "version", "from", "to", "state", "decided by", "comparison");
        list(ServiceName.PROMOTION, "promotions", "", "")
                .forEach(one -> table.row(
                        Fields.text(one, "model"),
                        Fields.text(one, "version"),
                        Fields.text(one, "from"),
                        Fields.text(one, "to"),
                        Fields.lower(one, "state"),
                        Fields.text(one, "decidedBy"),
                        Comparison.of(one)));
        return table;
    }

    private Table scorings() {
        var table = Table.of("kind", "env", "model", "version", "callers", "rows", "path");
        list(ServiceName.SCORING, "scorings", "", "")
                .forEach(one -> table.row(
                        Fields.lower(one, "kind"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "model"),
                        Fields.text(one, "version"),
                        Fields.list(one, "callers"),
                        Fields.text(one, "rows"),
                        Fields.text(one, "path")));
        return table;
    }

    private List<JsonNode> list(ServiceName service, String what, String name, String value) {
        return stage.list(
                Stage.CARL, service, ResourcePath.of("projects", project, what).with(name, value));
    }
}
