package io.aifactory.lake.lineage;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.layout.ProjectEnvironments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the people of a project what came from what. */
@RestController
class LineageController {

    private static final int DEEPEST = 50;
    private static final int MOST = 2000;

    private final LineageSearch search;
    private final ProjectEnvironments environments;

    LineageController(LineageSearch search, ProjectEnvironments environments) {
        this.search = search;
        this.environments = environments;
    }

    @GetMapping("/projects/{project}/lineage")
    LineageGraph lineage(
            Caller caller,
            @PathVariable ProjectId project,
            @RequestParam String node,
            @RequestParam(defaultValue = "dev") EnvironmentTier environment,
            @RequestParam(defaultValue = "both") String direction,
            @RequestParam(defaultValue = "" + DEEPEST) @Min(1) @Max(DEEPEST) int depth,
            @RequestParam(defaultValue = "500") @Min(1) @Max(MOST) int limit) {
        caller.requireMember(project);
        if (environments.of(project).isEmpty()) {
            throw new ProjectNotFound(project);
        }
        var reach = new LineageSearch.Reach(Direction.of(direction), depth, limit);
        return search.find(project, NodeQuery.parse(project, node, environment), reach);
    }
}
