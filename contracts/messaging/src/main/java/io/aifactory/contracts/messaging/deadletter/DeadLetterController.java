package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.messaging.deadletter.DeadLetterAnswers.Detail;
import io.aifactory.contracts.messaging.deadletter.DeadLetterAnswers.Discarded;
import io.aifactory.contracts.messaging.deadletter.DeadLetterAnswers.Page;
import io.aifactory.contracts.messaging.deadletter.DeadLetterAnswers.Resubmitted;
import io.aifactory.contracts.messaging.deadletter.DeadLetterRequests.Choice;
import io.aifactory.contracts.messaging.deadletter.DeadLetterRequests.DiscardChoice;
import io.aifactory.contracts.messaging.deadletter.DeadLetterRequests.Reason;
import io.aifactory.contracts.messaging.deadletter.DeadLetterRequests.Search;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The dead letters over HTTP. People of a project see those of their project; everything else, and every act, is the core
 * team's.
 */
@RestController
@RequestMapping("/dead-letters")
class DeadLetterController {

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GetMapping
    Page list(
            Caller caller,
            @Valid Search search,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        DeadLetterFilter filter = search.visibleTo(caller);
        return Page.of(deadLetters.list(filter, after, limit), limit, deadLetters.count(filter));
    }

    @GetMapping("/groups")
    List<DeadLetterGroup> groups(Caller caller, @Valid Search search) {
        return deadLetters.groups(search.visibleTo(caller));
    }

    @GetMapping("/{seq}")
    Detail get(Caller caller, @PathVariable long seq) {
        return deadLetters
                .find(seq)
                .filter(found -> DeadLetterRequests.sees(caller, found.deadLetter()))
                .map(Detail::of)
                .orElseThrow(() -> new DeadLetterNotFound(seq));
    }

    @PostMapping("/{seq}/resubmit")
    Resubmitted resubmit(Caller caller, @PathVariable long seq) {
        caller.requireCoreTeam();
        requireKnown(seq);
        return Resubmitted.of(deadLetters.resubmit(DeadLetterFilter.one(seq), 0, caller.person()));
    }

    @PostMapping("/resubmit")
    Resubmitted resubmit(Caller caller, @Valid @RequestBody Choice choice) {
        caller.requireCoreTeam();
        return Resubmitted.of(deadLetters.resubmit(choice.filter(), choice.start(), caller.person()));
    }

    @PostMapping("/{seq}/discard")
    Discarded discard(Caller caller, @PathVariable long seq, @Valid @RequestBody Reason body) {
        caller.requireCoreTeam();
        requireKnown(seq);
        return Discarded.of(deadLetters.discard(DeadLetterFilter.one(seq), 0, caller.person(), body.reason()));
    }

    @PostMapping("/discard")
    Discarded discard(Caller caller, @Valid @RequestBody DiscardChoice choice) {
        caller.requireCoreTeam();
        return Discarded.of(
                deadLetters.discard(choice.which().filter(), choice.which().start(), caller.person(), choice.reason()));
    }

    private void requireKnown(long seq) {
        if (deadLetters.find(seq).isEmpty()) {
            throw new DeadLetterNotFound(seq);
        }
    }
}
