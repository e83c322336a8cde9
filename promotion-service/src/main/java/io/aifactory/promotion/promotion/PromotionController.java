package io.aifactory.promotion.promotion;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.promotion.settings.ProjectEnvironments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PromotionController {

    private final Promotions promotions;
    private final PromotionRequests requests;
    private final ProjectEnvironments environments;

    PromotionController(Promotions promotions, PromotionRequests requests, ProjectEnvironments environments) {
        this.promotions = promotions;
        this.requests = requests;
        this.environments = environments;
    }

    @GetMapping("/projects/{project}/promotions")
    List<PromotionView> list(
            Caller caller,
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable ModelName model,
            @RequestParam(required = false) @Nullable PromotionState state) {
        requireVisible(caller, project);
        return promotions.of(project, model, state).stream()
                .map(PromotionView::of)
                .toList();
    }

    @GetMapping("/promotions/{id}")
    PromotionView get(Caller caller, @PathVariable PromotionId id) {
        return promotions
                .find(id)
                .filter(promotion -> caller.sees(promotion.step().project()))
                .map(PromotionView::of)
                .orElseThrow(() -> new PromotionNotFound(id));
    }

    @PostMapping("/projects/{project}/promotions")
    ResponseEntity<PromotionView> request(
            Caller caller, @PathVariable ProjectId project, @Valid @RequestBody Wish body) {
        requireVisible(caller, project);
        if (!caller.coreTeam()) {
            caller.requireRole(project, ProjectRole.MEMBER);
        }
        Promotion promotion = requests.request(body.step(project), body.from(), caller.person());
        return ResponseEntity.accepted()
                .location(URI.create("/promotions/" + promotion.id()))
                .body(PromotionView.of(promotion));
    }

    private void requireVisible(Caller caller, ProjectId project) {
        caller.requireMember(project);
        if (environments.of(project).isEmpty()) {
            throw new ProjectNotFound(project);
        }
    }

    record Wish(
            @NotNull ModelName model,
            @Min(1) int version,
            @NotNull EnvironmentTier to,
            @Nullable EnvironmentTier from) {

        PromotionStep step(ProjectId project) {
            return new PromotionStep(project, model, version, to);
        }
    }
}
