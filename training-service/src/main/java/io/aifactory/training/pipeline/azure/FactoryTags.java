package io.aifactory.training.pipeline.azure;

import io.aifactory.contracts.events.ProjectId;
import java.util.Optional;
import java.util.regex.Pattern;

/** How pipelines name projects and models: {@code prj001} and {@code m11}, or as the lake does. */
final class FactoryTags {

    private static final Pattern PROJECT = Pattern.compile("(?:prj|project)(\\d{3})");
    private static final Pattern MODEL = Pattern.compile("[mM]\\d{2}|\\d{2}_[a-z0-9_]{1,40}_(?:clas|reg)");

    private FactoryTags() {}

    static Optional<ProjectId> project(String tag) {
        var matcher = PROJECT.matcher(tag);
        return matcher.matches() ? Optional.of(new ProjectId("project" + matcher.group(1))) : Optional.empty();
    }

    static Optional<String> model(String tag) {
        return MODEL.matcher(tag).matches() ? Optional.of(tag) : Optional.empty();
    }
}
