package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.promotions.Comparison;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models go dev → test → prod, each step approved by Bo. */
final class PromotionChapter {

    private static final Set<String> ENDED = Set.of("GATES_FAILED", "REJECTED", "SUPERSEDED", "PROMOTED");

    private final Stage stage;
    private final String project;

    PromotionChapter(Stage stage, String project) {
        this.stage = stage;
        this.project = project;
    }

    void play() {
        stage.narrator().chapter("The models go to prod, and Bo approves each step");
        DemoModel.ALL.forEach(model -> requirePromoted(awaitEnd(model, 1, "dev")));
        for (var environment : List.of("test", "prod")) {
            DemoModel.ALL.forEach(model -> approve(model, environment));
            DemoModel.ALL.forEach(model -> awaitDeployed(model, environment));
        }
    }

    /** Returns the promotion of the version to the environment once nothing more will happen to it. */
    JsonNode awaitEnd(DemoModel model, int version, String to) {
        var ended = stage.await(
                "the promotion of %s version %d to %s".formatted(model.name(), version, to),
                () -> find(model, version, to).filter(promotion -> ENDED.contains(Fields.text(promotion, "state"))));
        tell(ended);
        return ended;
    }

    private void requirePromoted(JsonNode promotion) {
        if (!Fields.text(promotion, "state").equals("PROMOTED")) {
            throw Refusal.of("The model was not promoted: " + promotion);
        }
    }

    private void approve(DemoModel model, String to) {
        var what = "Bo's approval of %s for %s".formatted(model.name(), to);
        var decided = stage.await(what, () -> find(model, 1, to).flatMap(this::decided));
        stage.narrator().say("bo approves %s version 1 for %s: %s", model.name(), to, Comparison.of(decided));
        requirePromoted(stage.await("the promotion to " + to, () -> find(model, 1, to)
                .filter(promotion -> ENDED.contains(Fields.text(promotion, "state")))));
    }

    /** Whether an approval was heard shows in the promotion, not in whether its answer came back. */
    private Optional<JsonNode> decided(JsonNode promotion) {
        if (Fields.text(promotion, "state").equals("AWAITING_APPROVAL")) {
            var path = ResourcePath.of("promotions", Fields.text(promotion, "promotionId"), "approve");
            stage.as(Stage.BO).post(ServiceName.PROMOTION, path, Map.of("comment", "Seen and found good."));
            return Optional.empty();
        }
        return Optional.of(promotion).filter(one -> one.hasNonNull("decidedBy"));
    }

    private void awaitDeployed(DemoModel model, String environment) {
        var path = ResourcePath.of("projects", project, "endpoints");
        stage.await(
                "%s to be deployed in %s".formatted(model.name(), environment),
                () -> stage.list(Stage.ANNA, ServiceName.SCORING, path).stream()
                        .filter(endpoint -> Fields.text(endpoint, "model").equals(model.name()))
                        .filter(endpoint -> Fields.text(endpoint, "environment").equals(environment))
                        .filter(endpoint -> endpoint.path("version").asInt() == 1)
                        .findFirst());
        stage.narrator().say("%s version 1 is deployed in %s", model.name(), environment);
    }

    private void tell(JsonNode promotion) {
        stage.narrator()
                .say(
                        "%s version %s for %s: %s; %s",
                        Fields.text(promotion, "model"),
                        Fields.text(promotion, "version"),
                        Fields.text(promotion, "to"),
                        Fields.lower(promotion, "state"),
                        Comparison.of(promotion));
    }

    private Optional<JsonNode> find(DemoModel model, int version, String to) {
        var path = ResourcePath.of("projects", project, "promotions").with("model", model.name());
        return stage.list(Stage.BO, ServiceName.PROMOTION, path).stream()
                .filter(promotion -> promotion.path("version").asInt() == version)
                .filter(promotion -> Fields.text(promotion, "to").equals(to))
                .findFirst();
    }
}
