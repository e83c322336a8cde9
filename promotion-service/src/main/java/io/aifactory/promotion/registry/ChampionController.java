package io.aifactory.promotion.registry;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.promotion.settings.ProjectEnvironments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/projects/{project}/champions")
class ChampionController {

    private final Champions champions;
    private final ProjectEnvironments environments;

    ChampionController(Champions champions, ProjectEnvironments environments) {
        this.champions = champions;
        this.environments = environments;
    }

    @GetMapping
    List<ChampionView> current(
            Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) @Nullable ModelName model) {
        requireVisible(caller, project);
        return views(champions.current(project, model));
    }

    /** Returns everyone who ever led, or who led at the given time. */
    @GetMapping("/history")
    List<ChampionView> history(
            Caller caller,
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable ModelName model,
            @RequestParam(required = false) @Nullable Instant at) {
        requireVisible(caller, project);
        return views(at == null ? champions.history(project, model) : champions.at(at, project, model));
    }

    private void requireVisible(Caller caller, ProjectId project) {
        caller.requireMember(project);
        if (environments.of(project).isEmpty()) {
            throw new ProjectNotFound(project);
        }
    }

    private static List<ChampionView> views(List<Champion> champions) {
        return champions.stream().map(ChampionView::of).toList();
    }

    record ChampionView(
            ModelName model,
            EnvironmentTier environment,
            int version,
            Instant since,
            @Nullable Instant until,
            @Nullable Instant deployedAt,
            String approvedBy,
            String promotionId,
            String sha256) {

        static ChampionView of(Champion champion) {
            return new ChampionView(
                    champion.model(),
                    champion.environment(),
                    champion.version(),
                    champion.since(),
                    champion.until(),
                    champion.deployedAt(),
                    champion.approvedBy(),
                    champion.promotionId(),
                    champion.artifact().sha256());
        }
    }
}
