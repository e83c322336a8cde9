package io.aifactory.training.pipeline.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.training.pipeline.DeliveryNotice;
import java.util.ArrayList;
import java.util.List;

/** A message of schema {@code aif.pipeline.v1}, written by a pipeline's author. */
record PublishedMessage(JsonNode message) {

    private static final String ACTION = "training-complete";

    DeliveryNotice notice() {
        var reasons = reasons();
        if (!reasons.isEmpty()) {
            throw new Unprocessable("The message of schema aif.pipeline.v1 is wrong: " + String.join("; ", reasons));
        }
        return new DeliveryNotice(
                FactoryTags.project(text("project")).orElseThrow(),
                text("model"),
                text("buildId"),
                text("commit"),
                message.hasNonNull("modelFile") ? text("modelFile") : null,
                features(),
                text("requestedFor"));
    }

    private List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (!ACTION.equals(text("action"))) {
            reasons.add("action '%s' is not %s".formatted(text("action"), ACTION));
        }
        if (FactoryTags.project(text("project")).isEmpty()) {
            reasons.add("project '%s' is not like prj001".formatted(text("project")));
        }
        if (FactoryTags.model(text("model")).isEmpty()) {
            reasons.add("model '%s' is not like m11 or 11_diabetes_model_reg".formatted(text("model")));
        }
        if (!text("environment").isEmpty() && !"dev".equals(text("environment"))) {
            reasons.add("environment '%s' is not dev, where models are delivered".formatted(text("environment")));
        }
        if (!text("buildId").matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            reasons.add("buildId '%s' is not of letters, digits and ._-".formatted(text("buildId")));
        }
        if (text("requestedFor").isBlank()) {
            reasons.add("requestedFor is missing: somebody has to answer for the model");
        }
        if (!message.path("features").isMissingNode()
                && !message.path("features").isArray()) {
            reasons.add("features is no list of names");
        }
        return reasons;
    }

    private List<String> features() {
        var features = new ArrayList<String>();
        message.path("features").forEach(feature -> features.add(feature.asText()));
        return features;
    }

    private String text(String field) {
        return message.path(field).asText("");
    }
}
