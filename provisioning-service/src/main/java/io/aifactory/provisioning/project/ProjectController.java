package io.aifactory.provisioning.project;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.ProjectId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows projects to those who belong to them. */
@RestController
@RequestMapping("/projects")
class ProjectController {

    private final Projects projects;

    ProjectController(Projects projects) {
        this.projects = projects;
    }

    @GetMapping
    List<Project> projects(Caller caller) {
        return projects.all(caller::sees);
    }

    @GetMapping("/{project}")
    Project project(Caller caller, @PathVariable ProjectId project) {
        caller.requireMember(project);
        return projects.find(project).orElseThrow(() -> new ProjectNotFound(project));
    }
}
