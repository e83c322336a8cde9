package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which node is meant, in any of the forms people write it in.
 *
 * @param name the node's name
 * @param path where it lies, if that was said: one path may have had several contents
 */
record NodeQuery(String name, @Nullable String path) {

    /** The forms, as they are told to whoever used another. */
    static final List<String> FORMS = List.of(
            "a dataset version: project001/11_diabetes_model_reg/gold/v2, with another environment than dev"
                    + " .../gold/test/v2, of a source dataset .../ds01_diabetes/silver/v1",
            "a model version: project001/11_diabetes_model_reg/model/3",
            "a scoring: project001/scoring/ and the scoring's id, or the id alone",
            "a file in the lake by its path: projects/project001/11_diabetes_model_reg/train/ds01_diabetes/in/dev/2026/11/20/a.csv");

    private static final String SCORINGS = "scoring";
    private static final Pattern NUMBER = Pattern.compile("v?([1-9]\\d{0,8})");
    private static final Pattern SCORING = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    /**
     * Reads what a person wrote.
     *
     * @param environment where, if the text doesn't say
     * @throws LineageNodeUnreadable if it is none of the forms
     */
    static NodeQuery parse(ProjectId project, String text, EnvironmentTier environment) {
        String trimmed = text.strip().replaceFirst("^/+", "");
        try {
            return trimmed.startsWith("projects/") || trimmed.startsWith("master/")
                    ? ofPath(trimmed)
                    : new NodeQuery(nameOf(project, trimmed, environment), null);
        } catch (InvalidName | InvalidLakePath e) {
            throw new LineageNodeUnreadable(text, String.valueOf(e.getMessage()));
        }
    }

    private static NodeQuery ofPath(String text) {
        int content = text.indexOf('#');
        String path =
                LakePaths.parse(content < 0 ? text : text.substring(0, content)).path();
        return content < 0 ? new NodeQuery(path, path) : new NodeQuery(text, null);
    }

    private static String nameOf(ProjectId project, String text, EnvironmentTier environment) {
        var parts = new ArrayList<>(List.of(text.split("/", -1)));
        if (parts.size() > 1 && parts.get(0).equals(project.value())) {
            parts.remove(0);
        } else if (parts.size() == 1) {
            parts.add(0, SCORINGS);
        }
        String last = parts.remove(parts.size() - 1);
        return parts.size() <= 2
                        && !parts.isEmpty()
                        && parts.get(parts.size() - 1).equals(SCORINGS)
                ? NodeName.scoring(project, matched(SCORING, last, text).group())
                : nameOfVersion(project, parts, last, environment, text);
    }

    private static String nameOfVersion(
            ProjectId project, List<String> parts, String last, EnvironmentTier environment, String text) {
        int number = Integer.parseInt(matched(NUMBER, last, text).group(1));
        if (parts.isEmpty()) {
            throw new LineageNodeUnreadable(text, "it is not clear what is meant");
        }
        var model = new ModelName(parts.remove(0));
        return parts.equals(List.of("model"))
                ? NodeName.model(project, model, number)
                : datasetName(project, model, parts, number, environment, text);
    }

    private static String datasetName(
            ProjectId project,
            ModelName model,
            List<String> between,
            int version,
            EnvironmentTier environment,
            String text) {
        EnvironmentTier where = environment;
        if (between.size() > 1 && isEnvironment(between.get(between.size() - 1))) {
            where = EnvironmentTier.of(between.remove(between.size() - 1));
        }
        if (between.isEmpty() || between.size() > 2) {
            throw new LineageNodeUnreadable(text, "it is not clear what is meant");
        }
        LakeLayer layer = LakeLayer.of(between.remove(between.size() - 1));
        DatasetName dataset = between.isEmpty() ? DatasetName.GOLD : new DatasetName(between.get(0));
        return NodeName.dataset(project, model, dataset, layer, where, version);
    }

    private static boolean isEnvironment(String part) {
        return List.of(EnvironmentTier.values()).stream()
                .anyMatch(tier -> tier.label().equals(part));
    }

    private static Matcher matched(Pattern form, String part, String text) {
        Matcher matcher = form.matcher(part);
        if (!matcher.matches()) {
            throw new LineageNodeUnreadable(text, "'%s' is neither a version nor a scoring's id".formatted(part));
        }
        return matcher;
    }
}
