package io.aifactory.lake.catalogue;

import static java.util.Comparator.comparing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.DatasetAddress;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.layout.KnownProjects;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the people of a project the versions of a dataset, single ones, and what differs between two. */
@RestController
@RequestMapping("/projects/{project}/models/{model}/datasets/{dataset}/{layer}/{environment}")
class VersionController {

    private final Entries entries;
    private final Catalogue catalogue;
    private final Diffs diffs;
    private final KnownProjects projects;
    private final Clock clock;

    VersionController(Entries entries, Catalogue catalogue, Diffs diffs, KnownProjects projects, Clock clock) {
        this.entries = entries;
        this.catalogue = catalogue;
        this.diffs = diffs;
        this.projects = projects;
        this.clock = clock;
    }

    /** Comes before every method below, so that none of them can forget to ask who is calling. */
    @ModelAttribute
    DatasetAddress address(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable ModelName model,
            @PathVariable DatasetName dataset,
            @PathVariable LakeLayer layer,
            @PathVariable EnvironmentTier environment) {
        projects.require(caller, project);
        return new DatasetAddress(project, model, dataset, layer, environment);
    }

    @ModelAttribute
    Moment moment(
            @RequestParam(required = false) @Nullable AsOf asOf,
            @RequestParam(defaultValue = "false") boolean toScore,
            @RequestParam(required = false) @Nullable String phase) {
        Instant until = asOf == null ? clock.instant() : asOf.until();
        return new Moment(until, toScore, phase == null ? DataPhase.PRODUCTION : DataPhase.of(phase));
    }

    @GetMapping("/versions")
    List<Entry> versions(
            @ModelAttribute(binding = false) DatasetAddress address,
            @RequestParam(required = false) @Nullable AsOf asOf) {
        var search = new EntrySearch(
                Set.of(address.project()),
                address.model(),
                address.dataset(),
                address.layer(),
                address.environment(),
                SearchWords.of(""),
                false,
                asOf);
        return entries.find(search).stream()
                .sorted(comparing(Entry::version).reversed())
                .toList();
    }

    @GetMapping("/versions/{version}")
    Detail version(
            Caller caller,
            @ModelAttribute(binding = false) DatasetAddress address,
            @ModelAttribute(binding = false) Moment moment,
            @PathVariable VersionChoice version) {
        return catalogue.detail(catalogue.require(address, version, moment), caller);
    }

    @GetMapping("/diff")
    Diff diff(
            @ModelAttribute(binding = false) DatasetAddress address,
            @ModelAttribute(binding = false) Moment moment,
            @RequestParam(required = false) @Nullable VersionChoice from,
            @RequestParam(defaultValue = "latest") VersionChoice to) {
        DatasetVersion after = catalogue.require(address, to, moment);
        DatasetVersion before =
                from == null ? catalogue.requireBefore(address, after) : catalogue.require(address, from, moment);
        return diffs.between(before, after);
    }
}
