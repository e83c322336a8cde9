package io.aifactory.lake.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.SqlFile;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.TeamSql;
import io.aifactory.lake.settings.ConfiguredModels;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets a team read and write the queries by which its data is refined. */
@RestController
@RequestMapping("/projects/{project}/models/{model}/sql/{environment}")
class QueryController {

    private final Queries queries;
    private final Lakes lakes;
    private final TeamSql teamSql;
    private final ConfiguredModels models;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transaction;

    QueryController(
            Queries queries,
            Lakes lakes,
            TeamSql teamSql,
            ConfiguredModels models,
            ApplicationEventPublisher listeners,
            TransactionTemplate transaction) {
        this.queries = queries;
        this.lakes = lakes;
        this.teamSql = teamSql;
        this.models = models;
        this.listeners = listeners;
        this.transaction = transaction;
    }

    /** A query that counts. */
    record Counting(EnvironmentTier environment, int version, String path, String sql) {

        static Counting of(Query query) {
            SqlFile file = query.file();
            return new Counting(file.environment(), Objects.requireNonNull(file.version()), file.path(), query.sql());
        }
    }

    @GetMapping
    Counting find(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable ModelName model,
            @PathVariable EnvironmentTier environment,
            @RequestParam(required = false) @Nullable DatasetName dataset) {
        caller.requireMember(project);
        SqlFile file = file(project, model, dataset, environment);
        try {
            return queries.find(file.zone(), dataset, environment)
                    .map(Counting::of)
                    .orElseThrow(() -> QueryNotFound.unwritten(file));
        } catch (InvalidSql e) {
            throw new InvalidQuery(e);
        }
    }

    @PutMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    Counting write(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable ModelName model,
            @PathVariable EnvironmentTier environment,
            @RequestParam(required = false) @Nullable DatasetName dataset,
            @RequestBody String sql) {
        caller.requireRole(project, ProjectRole.MEMBER);
        SqlFile file = file(project, model, dataset, environment);
        requireRunnable(sql, tablesFor(file));
        lakes.of(environment).publish(file, LakeContent.of(sql.getBytes(UTF_8)));
        tell(file);
        return find(caller, project, model, environment, dataset);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable ModelName model,
            @PathVariable EnvironmentTier environment,
            @RequestParam(required = false) @Nullable DatasetName dataset) {
        caller.requireRole(project, ProjectRole.MEMBER);
        SqlFile file = file(project, model, dataset, environment);
        if (!lakes.of(environment).delete(file)) {
            throw QueryNotFound.unwritten(file);
        }
        tell(file);
    }

    private SqlFile file(
            ProjectId project, ModelName model, @Nullable DatasetName dataset, EnvironmentTier environment) {
        var file = new SqlFile(ModelZone.train(project, model), dataset, environment, null);
        boolean known = models.find(project, model)
                .filter(configured -> dataset == null || configured.datasets().contains(dataset))
                .isPresent();
        if (!known) {
            throw QueryNotFound.ofUnknown(file);
        }
        return file;
    }

    private List<String> tablesFor(SqlFile file) {
        return file.dataset() != null
                ? List.of("bronze")
                : models.find(file.project(), file.model()).stream()
                        .flatMap(model -> model.datasets().stream())
                        .map(DatasetName::value)
                        .toList();
    }

    private void requireRunnable(String sql, List<String> tables) {
        try {
            if (sql.getBytes(UTF_8).length > Queries.LONGEST) {
                throw new InvalidSql("it is longer than %d bytes".formatted(Queries.LONGEST));
            }
            teamSql.tablesOf(sql).stream()
                    .filter(table -> !tables.contains(table))
                    .findFirst()
                    .ifPresent(table -> {
                        throw new InvalidSql(
                                "there is no table '%s' here; there is %s".formatted(table, String.join(", ", tables)));
                    });
        } catch (InvalidSql e) {
            throw new InvalidQuery(e);
        }
    }

    private void tell(SqlFile file) {
        transaction.executeWithoutResult(status -> listeners.publishEvent(new QueryChanged(file)));
    }
}
