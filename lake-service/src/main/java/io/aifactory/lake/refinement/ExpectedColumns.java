package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.ColumnRule;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.query.Queries;
import io.aifactory.lake.settings.ConfiguredModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Which columns a file has to have: the key and those a rule requires, unless a team's query makes them, and the same as the
 * first file of its dataset, in whatever order. Data to score has the columns of the training data (of its
 * environment, or of dev); the label may be there or not.
 */
@Component
class ExpectedColumns {

    private final Arrivals arrivals;
    private final Queries queries;

    ExpectedColumns(Arrivals arrivals, Queries queries) {
        this.arrivals = arrivals;
        this.queries = queries;
    }

    /**
     * Lets pass a file that has the columns it should.
     *
     * @throws UnreadableFile with every reason if it hasn't
     */
    void require(Arrival arrival, List<String> columns, ConfiguredModel model) {
        InFile file = arrival.file();
        var reasons = new ArrayList<String>();
        if (!queries.isThere(file.zone(), file.dataset(), file.environment())) {
            addMissing(reasons, columns, file, model);
        }
        firstFile(arrival).ifPresent(first -> addDifferences(reasons, first, columns, file, model));
        if (!reasons.isEmpty()) {
            throw new UnreadableFile(String.join("; ", reasons));
        }
    }

    private static void addMissing(List<String> reasons, List<String> columns, InFile file, ConfiguredModel model) {
        if (!columns.contains(model.key())) {
            reasons.add("it has no column %s, which identifies a row of %s".formatted(model.key(), model.name()));
        }
        requiredByRule(file, model).stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> reasons.add("it has no column %s, which its rules require".formatted(column)));
    }

    private static List<String> requiredByRule(InFile file, ConfiguredModel model) {
        boolean toScore = file.zone() instanceof ModelZone.Inference;
        return model.rulesOf(file.dataset()).orElse(List.of()).stream()
                .filter(ColumnRule::required)
                .map(rule -> ColumnNames.normalise(rule.column()))
                .filter(column -> !toScore || !column.equals(model.label()))
                .toList();
    }

    private Optional<Arrival> firstFile(Arrival arrival) {
        InFile file = arrival.file();
        var train = ModelZone.train(file.project(), file.model());
        Optional<Arrival> first = firstFile(file, train, file.environment());
        return file.zone() instanceof ModelZone.Train
                ? first
                : first.or(() -> firstFile(file, train, EnvironmentTier.DEV))
                        .or(() -> firstFile(file, file.zone(), file.environment()));
    }

    private Optional<Arrival> firstFile(InFile file, ModelZone zone, EnvironmentTier environment) {
        return arrivals.firstAccepted(zone, environment, file.dataset(), file);
    }

    private static void addDifferences(
            List<String> reasons, Arrival first, List<String> columns, InFile file, ConfiguredModel model) {
        var missing = new TreeSet<>(first.columns());
        missing.removeAll(columns);
        var unexpected = new TreeSet<>(columns);
        unexpected.removeAll(first.columns());
        if (file.zone() instanceof ModelZone.Inference) {
            missing.remove(model.label());
            unexpected.remove(model.label());
        }
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            reasons.add("its columns differ from those of %s: %s%s"
                    .formatted(
                            first.file().path(),
                            described("it lacks ", missing),
                            described(missing.isEmpty() ? "it adds " : " and adds ", unexpected)));
        }
    }

    private static String described(String verb, Collection<String> columns) {
        return columns.isEmpty() ? "" : verb + String.join(", ", columns);
    }
}
