package io.aifactory.lake.active;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.lake.layout.ProjectEnvironments;
import io.aifactory.lake.settings.ConfiguredModels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which data counts, and lets the people of a project choose. */
@RestController
@RequestMapping("/projects/{project}/models/{model}/active")
class ActiveController {

    private final ActiveChoices choices;
    private final ActiveWriting writing;
    private final ProjectEnvironments environments;
    private final ConfiguredModels models;
    private final ActiveReading reading;

    ActiveController(
            ActiveChoices choices,
            ActiveWriting writing,
            ProjectEnvironments environments,
            ConfiguredModels models,
            ActiveReading reading) {
        this.choices = choices;
        this.writing = writing;
        this.environments = environments;
        this.models = models;
        this.reading = reading;
    }

    /** What holds in an environment for training or for scoring. */
    record Line(
            EnvironmentTier environment,
            String use,
            @Nullable LocalDate date,
            @Nullable Integer modelVersion,
            @Nullable String etag,
            @Nullable String problem,
            @Nullable Instant readAt) {}

    /** What is to hold. */
    record Wanted(@Nullable LocalDate date, @Nullable Integer modelVersion) {

        ActiveEntry entry() {
            return new ActiveEntry(date, modelVersion == null ? 0 : modelVersion);
        }
    }

    @GetMapping
    List<Line> all(Caller caller, @PathVariable ProjectId project, @PathVariable ModelName model) {
        caller.requireMember(project);
        requireModel(project, model);
        return environments.of(project).stream()
                .flatMap(environment -> Arrays.stream(ActiveFile.Use.values())
                        .map(use -> new ActivePlace(new ActiveFile(project, model, use), environment)))
                .map(place -> line(place, reading.look(place)))
                .toList();
    }

    @PutMapping
    ResponseEntity<Line> choose(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable ModelName model,
            @RequestParam EnvironmentTier environment,
            @RequestParam String use,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            @RequestBody Wanted wanted) {
        if (!caller.coreTeam()) {
            caller.requireRole(project, ProjectRole.MEMBER);
        }
        requireModel(project, model);
        var place = new ActivePlace(new ActiveFile(project, model, ActiveRequests.use(use)), environment);
        writing.write(place, wanted.entry(), ActiveRequests.etag(expected));
        Line line = line(place, choices.at(place));
        return ResponseEntity.ok().eTag(String.valueOf(line.etag)).body(line);
    }

    private void requireModel(ProjectId project, ModelName model) {
        if (environments.of(project).isEmpty()) {
            throw new ProjectNotFound(project);
        }
        if (models.find(project, model).isEmpty()) {
            throw ActiveProblem.modelNotFound(project, model);
        }
    }

    private static Line line(ActivePlace place, ActiveChoices.Known known) {
        ActiveFile.Use use = place.file().use();
        return new Line(
                place.environment(),
                use.name().toLowerCase(Locale.ROOT),
                known.entry().day(),
                use == ActiveFile.Use.SCORING ? known.entry().modelVersion() : null,
                known.etag(),
                known.problem(),
                known.readAt());
    }
}
