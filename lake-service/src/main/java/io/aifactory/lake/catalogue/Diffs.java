package io.aifactory.lake.catalogue;

import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.ComparisonPlan;
import io.aifactory.lake.engine.RowChanges;
import io.aifactory.lake.engine.TableComparison;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.settings.ConfiguredModel;
import io.aifactory.lake.settings.ConfiguredModels;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Compares two versions. Rows are told apart by the model's key, those of bronze by the file and line they came from. */
@Component
class Diffs {

    private static final int EXAMPLES = 10;

    /** Each takes as much memory as a piece of refinement. */
    private static final int AT_A_TIME = 2;

    private static final List<String> ORIGIN = List.of("_file", "_row");
    private static final String FILE_NUMBER = "_file_number";

    private final TableComparison comparison;
    private final ConfiguredModels models;
    private final Lakes lakes;
    private final Workspaces workspaces;
    private final Semaphore slots = new Semaphore(AT_A_TIME);

    Diffs(TableComparison comparison, ConfiguredModels models, Lakes lakes, Workspaces workspaces) {
        this.comparison = comparison;
        this.models = models;
        this.lakes = lakes;
        this.workspaces = workspaces;
    }

    /**
     * Returns what differs; what does, without the rows, where those can't be compared.
     *
     * @throws TooManyDiffs if others are being made
     */
    Diff between(DatasetVersion from, DatasetVersion to) {
        List<String> key = key(from.table());
        if (from.removedAt() != null || to.removedAt() != null) {
            return Diff.withoutRows(from, to, "the files of one of them were removed");
        }
        if (key.isEmpty()
                || !from.columnNames().containsAll(key)
                || !to.columnNames().containsAll(key)) {
            return Diff.withoutRows(from, to, "not both have the columns that tell rows apart: " + key);
        }
        try {
            return compared(from, to, key)
                    .map(changes -> Diff.of(from, to, new Diff.RowsByKey(key, changes)))
                    .orElseGet(() -> Diff.withoutRows(from, to, "several rows have the same " + key));
        } catch (LakeFileNotFound e) {
            return Diff.withoutRows(from, to, "the file of one of them is not there");
        }
    }

    private List<String> key(TableId table) {
        if (table.layer() == LakeLayer.BRONZE) {
            return ORIGIN;
        }
        return models.find(table.zone().project(), table.zone().model())
                .map(ConfiguredModel::key)
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<RowChanges> compared(DatasetVersion from, DatasetVersion to, List<String> key) {
        if (!slots.tryAcquire()) {
            throw new TooManyDiffs();
        }
        try (LocalCopy before = localCopy(from);
                LocalCopy after = localCopy(to);
                Workspace workspace = workspaces.open()) {
            var plan = new ComparisonPlan(key, columns(from, to, key), EXAMPLES);
            return comparison.compare(before.path(), after.path(), plan, workspace.newFile("comparison"));
        } finally {
            slots.release();
        }
    }

    /** A file's number tells when it came, which is not what is in it. */
    private static List<String> columns(DatasetVersion from, DatasetVersion to, List<String> key) {
        return to.columnNames().stream()
                .filter(from.columnNames()::contains)
                .filter(column -> !key.contains(column) && !column.equals(FILE_NUMBER))
                .toList();
    }

    private LocalCopy localCopy(DatasetVersion version) {
        return lakes.of(version.reference().file())
                .localCopy(LakePaths.parse(version.reference().file()));
    }
}
