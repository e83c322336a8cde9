package io.aifactory.lake.catalogue;

import static java.util.Comparator.comparing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.layout.KnownProjects;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the people of a project its datasets. */
@RestController
class DatasetController {

    private final Entries entries;
    private final KnownProjects projects;

    DatasetController(Entries entries, KnownProjects projects) {
        this.entries = entries;
        this.projects = projects;
    }

    @GetMapping("/projects/{project}/datasets")
    List<Entry> datasets(
            Caller caller,
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable ModelName model,
            @RequestParam(required = false) @Nullable DatasetName dataset,
            @RequestParam(required = false) @Nullable LakeLayer layer,
            @RequestParam(required = false) @Nullable EnvironmentTier environment,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean latest,
            @RequestParam(required = false) @Nullable AsOf asOf) {
        projects.require(caller, project);
        var words = SearchWords.of(search);
        var wanted = new EntrySearch(Set.of(project), model, dataset, layer, environment, words, latest, asOf);
        return entries.find(wanted).stream()
                .sorted(comparing(Entry::savedAt).thenComparing(Entry::version).reversed())
                .toList();
    }
}
