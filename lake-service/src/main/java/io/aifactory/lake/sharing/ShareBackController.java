package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.lake.master.MasterNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers datasets of projects to master, and decides on the offers. */
@RestController
@RequestMapping("/share-backs")
class ShareBackController {

    private final Offering offering;
    private final ShareBacks offers;
    private final Acts acts;

    ShareBackController(Offering offering, ShareBacks offers, Acts acts) {
        this.offering = offering;
        this.offers = offers;
        this.acts = acts;
    }

    /** What is offered, and where it is to go. */
    record Offer(
            @NotNull ProjectId project,
            @NotNull ModelName model,
            @NotNull DatasetName dataset,
            @NotNull EnvironmentTier environment,
            @NotBlank String master,
            @NotBlank @Size(max = Reason.LONGEST) String reason) {}

    /** An offer as its people see it. */
    record View(
            ShareBackId id,
            SharedSource source,
            EnvironmentTier environment,
            String master,
            ShareBack.State state,
            Instant offeredAt,
            List<Act> acts) {}

    @PostMapping
    ResponseEntity<View> offer(Caller caller, @Valid @RequestBody Offer body) {
        var source = new SharedSource.OfProject(body.project, body.model, body.dataset);
        MasterDataset master = MasterNames.parse(body.master);
        ShareBack offer = offering.offer(caller, source, body.environment, master, body.reason);
        return ResponseEntity.created(URI.create("/share-backs/" + offer.id())).body(view(offer));
    }

    @GetMapping
    List<View> list(Caller caller, @RequestParam(required = false) @Nullable ProjectId project) {
        if (project == null) {
            caller.requireCoreTeam();
        } else {
            caller.requireMember(project);
        }
        return offers.of(project).stream().map(this::view).toList();
    }

    @PostMapping("/{id}/accept")
    View accept(Caller caller, @PathVariable ShareBackId id, @Valid @RequestBody Reason body) {
        return view(offering.accept(caller, id, body.reason()));
    }

    @PostMapping("/{id}/decline")
    View decline(Caller caller, @PathVariable ShareBackId id, @Valid @RequestBody Reason body) {
        return view(offering.decline(caller, id, body.reason()));
    }

    @PostMapping("/{id}/withdraw")
    View withdraw(Caller caller, @PathVariable ShareBackId id, @Valid @RequestBody Reason body) {
        return view(offering.withdraw(caller, id, body.reason()));
    }

    private View view(ShareBack offer) {
        return new View(
                offer.id(),
                offer.source(),
                offer.environment(),
                "master/" + offer.master(),
                offer.state(),
                offer.offeredAt(),
                acts.about(List.of(offer.id().value())));
    }
}
