package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shares datasets, subscribes to them, and shows who may read what, with everything that was done about it. */
@RestController
class SharingController {

    private final Granting granting;
    private final Subscribing subscribing;
    private final Shares shares;
    private final Subscriptions subscriptions;
    private final Acts acts;

    SharingController(
            Granting granting, Subscribing subscribing, Shares shares, Subscriptions subscriptions, Acts acts) {
        this.granting = granting;
        this.subscribing = subscribing;
        this.shares = shares;
        this.subscriptions = subscriptions;
        this.acts = acts;
    }

    /** What is to be shared with whom. */
    record Grant(
            @NotBlank String source,
            @NotNull EnvironmentTier environment,
            @NotNull ProjectId project,
            @NotBlank @Size(max = Reason.LONGEST) String reason) {}

    /** Where new versions are to be copied to, if anywhere. */
    record Wish(
            @Nullable ModelName model,
            @Nullable DatasetName dataset,
            @NotBlank @Size(max = Reason.LONGEST) String reason) {

        @AssertTrue(message = "model and dataset are given both or neither")
        boolean isWhole() {
            return (model == null) == (dataset == null);
        }

        Subscription.@Nullable Target into() {
            return model == null || dataset == null ? null : new Subscription.Target(model, dataset);
        }
    }

    /** A share as its people see it. */
    record View(
            ShareId id,
            SharedSource source,
            EnvironmentTier environment,
            ProjectId project,
            boolean inForce,
            Instant sharedAt,
            @Nullable Instant revokedAt,
            List<Subscription> subscriptions,
            List<Act> acts) {}

    @PostMapping("/shares")
    ResponseEntity<View> grant(Caller caller, @Valid @RequestBody Grant body) {
        Share share =
                granting.grant(caller, SharedSource.parse(body.source), body.environment, body.project, body.reason);
        return ResponseEntity.created(URI.create("/shares/" + share.id())).body(view(share));
    }

    @GetMapping("/shares")
    List<View> list(Caller caller, @RequestParam(required = false) @Nullable ProjectId project) {
        if (project == null) {
            caller.requireCoreTeam();
        } else {
            caller.requireMember(project);
        }
        return shares.of(project).stream().map(this::view).toList();
    }

    @GetMapping("/shares/{id}")
    View get(Caller caller, @PathVariable ShareId id) {
        return view(visible(caller, id));
    }

    @PostMapping("/shares/{id}/revoke")
    View revoke(Caller caller, @PathVariable ShareId id, @Valid @RequestBody Reason body) {
        return view(granting.revoke(caller, id, body.reason()));
    }

    @PostMapping("/shares/{id}/subscriptions")
    ResponseEntity<Subscription> subscribe(Caller caller, @PathVariable ShareId id, @Valid @RequestBody Wish body) {
        Subscription subscription = subscribing.subscribe(caller, id, body.into(), body.reason);
        return ResponseEntity.created(URI.create("/shares/" + id)).body(subscription);
    }

    @PostMapping("/subscriptions/{id}/end")
    Subscription end(Caller caller, @PathVariable SubscriptionId id, @Valid @RequestBody Reason body) {
        return subscribing.end(caller, id, body.reason());
    }

    private Share visible(Caller caller, ShareId id) {
        return shares.find(id)
                .filter(share ->
                        caller.coreTeam() || caller.roles().keySet().stream().anyMatch(share::concerns))
                .orElseThrow(() -> new ShareNotFound(id));
    }

    private View view(Share share) {
        List<Subscription> of = subscriptions.of(share.id());
        List<String> ids = Stream.concat(
                        Stream.of(share.id().value()),
                        of.stream().map(subscription -> subscription.id().value()))
                .toList();
        return new View(
                share.id(),
                share.source(),
                share.environment(),
                share.project(),
                share.inForce(),
                share.sharedAt(),
                share.revokedAt(),
                of,
                acts.about(ids));
    }
}
