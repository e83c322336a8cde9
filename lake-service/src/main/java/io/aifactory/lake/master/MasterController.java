package io.aifactory.lake.master;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.NotAllowed;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.reconciliation.Reconciliations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Describes and shows master. What there is, all people of projects may know, so that they can ask for it; what landed and
 * what was turned away is the core team's.
 */
@RestController
@RequestMapping("/master")
class MasterController {

    private static final int LONGEST_REASON = 500;

    private final MasterDatasets datasets;
    private final MasterFiles files;
    private final KnownTables known;
    private final MasterTables tables;
    private final Reconciliations reconciliations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MasterController(
            MasterDatasets datasets,
            MasterFiles files,
            KnownTables known,
            MasterTables tables,
            Reconciliations reconciliations,
            TransactionTemplate transaction,
            Clock clock) {
        this.datasets = datasets;
        this.files = files;
        this.known = known;
        this.tables = tables;
        this.reconciliations = reconciliations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be known of a dataset before it can be refined. */
    record Description(
            @NotBlank String dataset,
            @NotBlank String key,
            @NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /** A dataset that was described. */
    record Described(String dataset, String key, String describedBy, String reason, Instant describedAt) {
        static Described of(DescribedDataset described) {
            return new Described(
                    "master/" + described.dataset(),
                    described.key(),
                    described.describedBy(),
                    described.reason(),
                    described.describedAt());
        }
    }

    /** A table in its newest version. */
    record Line(String path, EnvironmentTier environment, long version, long rows, long badRows, Instant committedAt) {
        static Line of(KnownTable table) {
            return new Line(
                    table.table().table().path(),
                    table.table().environment(),
                    table.version(),
                    table.rows(),
                    table.badRows(),
                    table.committedAt());
        }
    }

    /** A version of a table, and its commits. */
    record Detail(
            String path,
            EnvironmentTier environment,
            long version,
            Instant committedAt,
            @Nullable Long rows,
            List<MasterColumn> columns,
            List<String> files,
            List<MasterCommit> commits) {}

    /** A file that landed. */
    record Landed(
            String path,
            EnvironmentTier environment,
            MasterFile.State state,
            @Nullable String reason,
            Instant lookedAt) {
        static Landed of(MasterFile file) {
            return new Landed(file.path().path(), file.environment(), file.state(), file.reason(), file.lookedAt());
        }
    }

    @PostMapping("/datasets")
    Described describe(Caller caller, @Valid @RequestBody Description body) {
        caller.requireCoreTeam();
        MasterDataset dataset = MasterNames.parse(body.dataset);
        String key = ColumnNames.normalise(body.key);
        if (key.isEmpty()) {
            throw new InvalidKey(body.key);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var described = new DescribedDataset(dataset, key, caller.person(), body.reason, now);
        transaction.executeWithoutResult(status -> {
            datasets.describe(described);
            reconciliations.request(MasterRefinement.KIND, dataset.toString());
        });
        return Described.of(described);
    }

    @GetMapping("/datasets")
    List<Described> datasets(Caller caller) {
        requireSomebody(caller);
        return datasets.all().stream().map(Described::of).toList();
    }

    @GetMapping("/tables")
    List<Line> tables(Caller caller) {
        requireSomebody(caller);
        return known.all().stream().map(Line::of).toList();
    }

    /** One version of a refined table: the given one, the one of the given time, or the newest. */
    @GetMapping("/versions")
    Detail version(
            Caller caller,
            @RequestParam String dataset,
            @RequestParam(defaultValue = "silver") LakeLayer layer,
            @RequestParam EnvironmentTier environment,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable Instant at) {
        caller.requireCoreTeam();
        var table = new MasterTableId(environment, new MasterTable.Refined(MasterNames.parse(dataset), refined(layer)));
        var found =
                version != null ? tables.at(table, version) : at != null ? tables.at(table, at) : tables.latest(table);
        return found.map(this::detail).orElseThrow(() -> new MasterTableNotFound(table));
    }

    @GetMapping("/files")
    List<Landed> files(Caller caller, @RequestParam String dataset) {
        caller.requireCoreTeam();
        return files.of(MasterNames.parse(dataset)).stream().map(Landed::of).toList();
    }

    private Detail detail(MasterVersion version) {
        return new Detail(
                version.table().table().path(),
                version.table().environment(),
                version.number(),
                version.committedAt(),
                version.rows(),
                version.columns(),
                version.files().stream().map(file -> file.path()).toList(),
                tables.history(version.table()));
    }

    private static RefinedLayer refined(LakeLayer layer) {
        return Arrays.stream(RefinedLayer.values())
                .filter(refined -> refined.layer() == layer)
                .findFirst()
                .orElseThrow(() -> new InvalidName("layer of master", layer.label(), "bronze or silver"));
    }

    private static void requireSomebody(Caller caller) {
        if (!caller.coreTeam() && caller.roles().isEmpty()) {
            throw new NotAllowed("%s belongs to no project".formatted(caller.person()));
        }
    }
}
