package io.aifactory.lake.catalogue;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.layout.KnownProjects;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the datasets of all projects a caller may see, page by page. */
@RestController
class CatalogueController {

    private static final int MOST = 500;

    private final Entries entries;
    private final KnownProjects projects;

    CatalogueController(Entries entries, KnownProjects projects) {
        this.entries = entries;
        this.projects = projects;
    }

    /**
     * A page of the catalogue.
     *
     * @param datasets what is on it
     * @param next where the next page begins; absent on the last one
     */
    record Page(List<Entry> datasets, @Nullable String next) {

        static Page of(List<Entry> found, int limit) {
            boolean more = found.size() > limit;
            List<Entry> shown = found.subList(0, Math.min(limit, found.size()));
            return new Page(shown, more ? Cursor.after(shown.get(limit - 1)).toString() : null);
        }
    }

    @GetMapping("/datasets")
    Page datasets(
            Caller caller,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable ProjectId project,
            @RequestParam(required = false) @Nullable ModelName model,
            @RequestParam(required = false) @Nullable LakeLayer layer,
            @RequestParam(required = false) @Nullable EnvironmentTier environment,
            @RequestParam(defaultValue = "true") boolean latest,
            @RequestParam(required = false) @Nullable AsOf asOf,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var words = SearchWords.of(search);
        var wanted = new EntrySearch(visible(caller, project), model, null, layer, environment, words, latest, asOf);
        return Page.of(entries.find(wanted, cursor, limit + 1), limit);
    }

    /** The core team sees all projects, so nothing has to be said about them. */
    private @Nullable Set<ProjectId> visible(Caller caller, @Nullable ProjectId project) {
        if (project != null) {
            projects.require(caller, project);
            return Set.of(project);
        }
        return caller.coreTeam() ? null : caller.roles().keySet();
    }
}
