package io.aifactory.training.pipeline;

import io.aifactory.contracts.events.ProjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline says that it trained a model.
 *
 * @param project the project
 * @param model the model by its folder name or its short name, such as {@code m11}
 * @param buildId the build that trained it
 * @param commit the commit that was built; empty when unknown
 * @param modelFile where it put the model, a path of the lake; null for the place agreed on
 * @param features the model's features in order; empty for gold's columns in their order
 * @param requestedFor who answers for it
 */
public record DeliveryNotice(
        ProjectId project,
        String model,
        String buildId,
        String commit,
        @Nullable String modelFile,
        List<String> features,
        String requestedFor) {

    public DeliveryNotice {
        features = List.copyOf(features);
    }
}
