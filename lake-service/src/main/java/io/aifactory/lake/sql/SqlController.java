package io.aifactory.lake.sql;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.catalogue.AsOf;
import io.aifactory.lake.layout.KnownProjects;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets the people of a project ask its data in SQL. */
@RestController
class SqlController {

    private static final int MOST_ROWS = 10_000;

    private final Asking asking;
    private final KnownProjects projects;
    private final Clock clock;

    SqlController(Asking asking, KnownProjects projects, Clock clock) {
        this.asking = asking;
        this.projects = projects;
        this.clock = clock;
    }

    @PostMapping(
            path = "/projects/{project}/sql/{environment}",
            consumes = MediaType.TEXT_PLAIN_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, CsvAnswers.CSV})
    Answer ask(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable EnvironmentTier environment,
            @RequestParam(required = false) @Nullable AsOf asOf,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST_ROWS) int limit,
            @RequestBody String sql) {
        projects.require(caller, project);
        Instant until = asOf == null ? clock.instant() : asOf.until();
        return asking.answer(new Question(caller, project, environment, until, sql, limit));
    }
}
