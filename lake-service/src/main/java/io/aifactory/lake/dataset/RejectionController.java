package io.aifactory.lake.dataset;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.layout.KnownProjects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the people of a project which of their files could not be used. */
@RestController
class RejectionController {

    private final Rejections rejections;
    private final KnownProjects projects;

    RejectionController(Rejections rejections, KnownProjects projects) {
        this.rejections = rejections;
        this.projects = projects;
    }

    @GetMapping("/projects/{project}/rejections")
    List<Rejections.Rejection> rejections(
            Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) @Nullable ModelName model) {
        projects.require(caller, project);
        return rejections.of(project, model);
    }
}
