package io.aifactory.training.run;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.training.gold.GoldVersions;
import io.aifactory.training.model.ModelNotFound;
import io.aifactory.training.project.Projects;
import io.aifactory.training.settings.ConfiguredModels;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows a model's runs and lets a member ask for one. */
@RestController
@RequestMapping("/projects/{project}/models/{model}/runs")
class RunsController {

    private final Projects projects;
    private final ConfiguredModels models;
    private final GoldVersions golds;
    private final TrainingRuns runs;
    private final RunRequests requests;

    RunsController(
            Projects projects, ConfiguredModels models, GoldVersions golds, TrainingRuns runs, RunRequests requests) {
        this.projects = projects;
        this.models = models;
        this.golds = golds;
        this.runs = runs;
        this.requests = requests;
    }

    @GetMapping
    List<RunOverview> runs(Caller caller, @PathVariable ProjectId project, @PathVariable ModelName model) {
        projects.requireVisible(caller, project);
        requireModel(project, model);
        return runs.of(project, model).stream().map(RunOverview::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunOverview train(Caller caller, @PathVariable ProjectId project, @PathVariable ModelName model) {
        projects.requireWorking(caller, project);
        requireModel(project, model);
        var gold = golds.newest(project, model).orElseThrow(() -> new GoldNotThere(project, model));
        var id = requests.request(
                project,
                model,
                TrainingTrigger.PERSON,
                "person-" + UUID.randomUUID(),
                new RunInput.Gold(gold.version()),
                caller.person());
        return RunOverview.of(runs.get(id));
    }

    private void requireModel(ProjectId project, ModelName model) {
        if (models.find(project, model).isEmpty()) {
            throw new ModelNotFound(project, model);
        }
    }
}
