package io.aifactory.training.model;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.training.project.Projects;
import io.aifactory.training.settings.ConfiguredModels;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a project's models and their versions. */
@RestController
@RequestMapping("/projects/{project}/models")
class ModelsController {

    private final Projects projects;
    private final ConfiguredModels configured;
    private final ModelVersions versions;
    private final TestScorings scorings;
    private final Champions champions;

    ModelsController(
            Projects projects,
            ConfiguredModels configured,
            ModelVersions versions,
            TestScorings scorings,
            Champions champions) {
        this.projects = projects;
        this.configured = configured;
        this.versions = versions;
        this.scorings = scorings;
        this.champions = champions;
    }

    @GetMapping
    List<ModelOverview> models(Caller caller, @PathVariable ProjectId project) {
        projects.requireVisible(caller, project);
        return configured.of(project).stream()
                .map(model -> ModelOverview.of(
                        model, versions.of(project, model.model()), champions.of(project, model.model())))
                .toList();
    }

    @GetMapping("/{model}/versions")
    List<VersionOverview> versions(Caller caller, @PathVariable ProjectId project, @PathVariable ModelName model) {
        requireModel(caller, project, model);
        return versions.of(project, model).stream().map(this::overview).toList();
    }

    @GetMapping("/{model}/versions/{version}")
    VersionDetails version(
            Caller caller, @PathVariable ProjectId project, @PathVariable ModelName model, @PathVariable int version) {
        requireModel(caller, project, model);
        return versions.find(project, model, version)
                .map(found -> new VersionDetails(
                        overview(found), scorings.of(project, model, version), found.leaderboard(), found.lineage()))
                .orElseThrow(() -> new ModelVersionNotFound(project, model, version));
    }

    private VersionOverview overview(ModelVersion version) {
        var metrics = scorings.of(version.project(), version.model(), version.version())
                .getOrDefault(version.lineage().testSet().version(), Map.of());
        return VersionOverview.of(version, metrics, champions.of(version.project(), version.model()));
    }

    private void requireModel(Caller caller, ProjectId project, ModelName model) {
        projects.requireVisible(caller, project);
        if (configured.find(project, model).isEmpty()) {
            throw new ModelNotFound(project, model);
        }
    }
}
