package io.aifactory.scoring.endpoint;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.scoring.project.Projects;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists a project's endpoints; makes and revokes their keys. */
@RestController
@RequestMapping("/projects/{project}/endpoints")
class EndpointsController {

    private final Projects projects;
    private final Endpoints endpoints;
    private final KeyRing keys;

    EndpointsController(Projects projects, Endpoints endpoints, KeyRing keys) {
        this.projects = projects;
        this.endpoints = endpoints;
        this.keys = keys;
    }

    @GetMapping
    List<EndpointOverview> list(Caller caller, @PathVariable ProjectId project) {
        projects.requireVisible(caller, project);
        return endpoints.of(project);
    }

    @PostMapping("/{environment}/{model}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    NewKey makeKey(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable EnvironmentTier environment,
            @PathVariable ModelName model) {
        projects.requireWorking(caller, project);
        var key = keys.make(new ScoringEndpoint(project, environment, model), caller.person());
        return new NewKey(key.keyId(), key.text());
    }

    @DeleteMapping("/{environment}/{model}/keys/{keyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeKey(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable EnvironmentTier environment,
            @PathVariable ModelName model,
            @PathVariable String keyId) {
        projects.requireWorking(caller, project);
        keys.revoke(new ScoringEndpoint(project, environment, model), keyId, caller.person());
    }

    /** A key on its only appearance. */
    record NewKey(String keyId, String key) {

        @Override
        public String toString() {
            return "key " + keyId;
        }
    }
}
