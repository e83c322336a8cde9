package io.aifactory.lake.sql;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.dataset.RegisteredDataset;
import io.aifactory.lake.layout.KnownProjects;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds the versions that a query's tables are, as far as who asks may see them. */
@Component
class NamedVersions {

    private final DatasetVersions versions;
    private final KnownProjects projects;

    NamedVersions(DatasetVersions versions, KnownProjects projects) {
        this.versions = versions;
        this.projects = projects;
    }

    /**
     * Returns the version each table is, by the table's name.
     *
     * @throws TableNotFound if one is none, or none that who asks may see
     * @throws AmbiguousTable if one may be several
     */
    Map<String, DatasetVersion> resolve(Question question, Set<String> tables) {
        var found = new TreeMap<String, DatasetVersion>();
        tables.forEach(table -> found.put(table, resolve(question, table)));
        return found;
    }

    private DatasetVersion resolve(Question question, String table) {
        TableName name = TableName.of(table).orElseThrow(() -> notFound(question, question.project(), table));
        ProjectId project = Objects.requireNonNullElse(name.project(), question.project());
        projects.require(question.caller(), project);
        RegisteredDataset registered = only(question, project, name);
        return version(question, registered, name)
                .orElseThrow(() -> TableNotFound.ofVersion(question, registered, name));
    }

    private RegisteredDataset only(Question question, ProjectId project, TableName name) {
        List<RegisteredDataset> fitting =
                registered(question, project).stream().filter(name::fits).toList();
        if (fitting.isEmpty()) {
            throw notFound(question, project, name.dataset());
        }
        if (fitting.size() > 1) {
            throw new AmbiguousTable(name, fitting);
        }
        return fitting.get(0);
    }

    private Optional<DatasetVersion> version(Question question, RegisteredDataset registered, TableName name) {
        return name.version().isPresent()
                ? versions.find(registered, name.version().getAsInt())
                : versions.newest(registered, name.phase(), question.until());
    }

    private List<RegisteredDataset> registered(Question question, ProjectId project) {
        return versions.registered(project, question.environment());
    }

    private TableNotFound notFound(Question question, ProjectId project, String name) {
        return TableNotFound.of(question, project, name, registered(question, project));
    }
}
