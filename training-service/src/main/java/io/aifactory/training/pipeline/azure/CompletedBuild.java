package io.aifactory.training.pipeline.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.training.pipeline.DeliveryNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The resource of a {@code build.complete}. In version 2.0 the outcome is the result and the status is "completed"; in
 * version 1.0 the status is the outcome.
 */
record CompletedBuild(JsonNode resource) {

    private static final Set<String> GOOD = Set.of("succeeded", "partiallySucceeded");

    /**
     * The notice; empty when the build failed or its tags don't name a project and a model of the factory.
     *
     * @throws Unprocessable when it names nobody who could be told from the one who approves
     */
    Optional<DeliveryNotice> notice() {
        var project = tags().stream()
                .flatMap(tag -> FactoryTags.project(tag).stream())
                .findFirst();
        var model =
                tags().stream().flatMap(tag -> FactoryTags.model(tag).stream()).findFirst();
        if (project.isEmpty() || model.isEmpty() || !GOOD.contains(outcome())) {
            return Optional.empty();
        }
        return Optional.of(new DeliveryNotice(
                project.get(),
                model.get(),
                resource.path("id").asText(),
                resource.path("sourceVersion").asText(""),
                null,
                List.of(),
                requestedFor()));
    }

    private String outcome() {
        return resource.hasNonNull("result")
                ? resource.path("result").asText()
                : resource.path("status").asText();
    }

    private String requestedFor() {
        var name = resource.path("requestedFor").path("uniqueName").asText("");
        if (name.isBlank()) {
            throw new Unprocessable("requestedFor.uniqueName is missing: somebody has to answer for the model");
        }
        return name;
    }

    private List<String> tags() {
        var tags = new ArrayList<String>();
        resource.path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }
}
