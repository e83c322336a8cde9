package io.aifactory.lake.sql;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.RegisteredDataset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a query calls a version of a dataset: by its registry name, {@code M11_GOLD}, with a number for a certain version,
 * {@code M11_GOLD@2}, or {@code M11_GOLD@research} for the newest that people try things out with. The dataset of another
 * project begins with that, {@code project002/M11_GOLD}; where several models have datasets of that name, the model stands
 * before it, {@code 11_diabetes_model_reg/M11_GOLD}. Upper and lower case are the same.
 *
 * @param text all of it, as the query's parser gives it
 * @param project the other project; absent: the one that is asked
 * @param model the model; absent: the only one that has such a dataset
 * @param dataset the registry name
 * @param version the number; empty: the newest
 * @param phase of which phase the newest is meant
 */
record TableName(
        String text,
        @Nullable ProjectId project,
        @Nullable ModelName model,
        String dataset,
        OptionalInt version,
        DataPhase phase) {

    private static final Pattern FORM = Pattern.compile(
            "(?:(?<project>project\\d{3})/)?(?:(?<model>\\d{2}_[a-z0-9_]{1,40}_(?:clas|reg))/)?(?<dataset>[a-z0-9_]+)(?:@(?<version>research|[1-9]\\d{0,8}))?");

    private static final String RESEARCH = "research";

    /** Returns the name a text is; empty if it is none. */
    static Optional<TableName> of(String text) {
        Matcher parts = FORM.matcher(text.toLowerCase(Locale.ROOT));
        return parts.matches() ? Optional.of(of(text, parts)) : Optional.empty();
    }

    private static TableName of(String text, Matcher parts) {
        String project = parts.group("project");
        String model = parts.group("model");
        String version = parts.group("version");
        boolean research = RESEARCH.equals(version);
        return new TableName(
                text,
                project == null ? null : new ProjectId(project),
                model == null ? null : new ModelName(model),
                parts.group("dataset"),
                version == null || research ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(version)),
                research ? DataPhase.RESEARCH : DataPhase.PRODUCTION);
    }

    /** Returns whether a dataset of the project may be meant. */
    boolean fits(RegisteredDataset registered) {
        return registered.name().value().equalsIgnoreCase(dataset)
                && (model == null || model.equals(registered.model()));
    }

    /** Returns how a query calls the same of just the given dataset. */
    String exactly(RegisteredDataset registered) {
        int version = text.indexOf('@');
        return "%s%s/%s%s"
                .formatted(
                        project == null ? "" : project + "/",
                        registered.model(),
                        registered.name(),
                        version < 0 ? "" : text.substring(version));
    }
}
