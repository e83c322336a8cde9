package io.aifactory.lake.sql;

import io.aifactory.contracts.access.NearestNames;
import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.RegisteredDataset;
import io.aifactory.lake.dataset.RegistryName;
import java.util.List;

/** A query reads a table that is not there. */
final class TableNotFound extends Problem {

    private static final long serialVersionUID = 1L;
    private static final int NAMES_TO_SHOW = 5;

    private TableNotFound(String detail) {
        super(Kind.NOT_FOUND, "table-not-found", detail);
    }

    /** No dataset has that name. */
    static TableNotFound of(Question question, ProjectId project, String name, List<RegisteredDataset> registered) {
        List<String> names = registered.stream()
                .map(known -> known.name().value())
                .distinct()
                .toList();
        String nearest = String.join(", ", NearestNames.of(name, names, NAMES_TO_SHOW));
        return new TableNotFound("there is no table '%s' in %s of %s; %s"
                .formatted(
                        name,
                        question.environment(),
                        project,
                        registered.isEmpty() ? "no data was saved there yet" : "nearest are " + nearest));
    }

    /** The dataset is there, but not that version of it. */
    static TableNotFound ofVersion(Question question, RegisteredDataset registered, TableName name) {
        String where = "%s of %s".formatted(registered.environment(), registered.project());
        RegistryName known = registered.name();
        if (name.version().isPresent()) {
            return new TableNotFound(
                    "%s has no version %d in %s".formatted(known, name.version().getAsInt(), where));
        }
        String other = name.phase() == DataPhase.PRODUCTION ? "; there may be one as \"%s@research\"" : "";
        return new TableNotFound("%s had no version in phase %s in %s by %s%s"
                .formatted(known, name.phase(), where, question.until(), other.formatted(known)));
    }
}
