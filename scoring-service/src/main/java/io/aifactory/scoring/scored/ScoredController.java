package io.aifactory.scoring.scored;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.scoring.project.Projects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds a project's scores again. */
@RestController
@RequestMapping("/projects/{project}")
class ScoredController {

    private final Projects projects;
    private final ScoredSearch search;
    private final Scorings scorings;
    private final ScoredProperties properties;

    ScoredController(Projects projects, ScoredSearch search, Scorings scorings, ScoredProperties properties) {
        this.projects = projects;
        this.search = search;
        this.scorings = scorings;
        this.properties = properties;
    }

    @GetMapping("/scored")
    List<ScoredRow> scored(Caller caller, @PathVariable ProjectId project, SearchParameters parameters) {
        projects.requireVisible(caller, project);
        return search.find(parameters.in(project), parameters.limit(properties));
    }

    @GetMapping("/scorings")
    List<ScoringOverview> scorings(
            Caller caller,
            @PathVariable ProjectId project,
            SearchParameters parameters,
            @RequestParam(required = false) @Nullable List<ScoringState> state) {
        projects.requireVisible(caller, project);
        var states = state == null ? List.of(ScoringState.COMPLETED) : state;
        return scorings.of(parameters.in(project), states, parameters.limit(properties)).stream()
                .map(ScoringOverview::of)
                .toList();
    }
}
