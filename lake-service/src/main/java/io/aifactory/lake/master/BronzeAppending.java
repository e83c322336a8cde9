package io.aifactory.lake.master;

import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.lake.arrival.Contents;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adds the rows of a file that landed to bronze: as text, with where each came from. Bronze keeps what it was given, also when
 * the file changes or goes. The same content of a file is added once, however often it is looked at and wherever the work stops.
 */
@Component
class BronzeAppending {

    private static final Logger LOG = LoggerFactory.getLogger(BronzeAppending.class);
    private static final Map<String, String> PROVENANCE_TYPES = Map.of("_file_number", "BIGINT", "_row", "BIGINT");
    private static final String TEXT = "VARCHAR";

    private final TableReader reader;
    private final MasterTables tables;
    private final MasterFiles files;

    BronzeAppending(TableReader reader, MasterTables tables, MasterFiles files) {
        this.reader = reader;
        this.tables = tables;
        this.files = files;
    }

    void add(MasterPath.In path, String etag, DescribedDataset dataset, LakeStorage storage, Workspace workspace) {
        if (isSettled(path, etag, storage)) {
            return;
        }
        MasterFile file = files.look(storage.environment(), path, etag, Contents.sha256(storage, path));
        if (file.state() == MasterFile.State.NEW) {
            try {
                append(file, dataset, storage, workspace);
                files.commit(file);
            } catch (UnreadableFile e) {
                LOG.info("{} is rejected: {}", path.path(), e.getMessage());
                files.reject(file, String.valueOf(e.getMessage()));
            }
        }
    }

    private boolean isSettled(MasterPath.In path, String etag, LakeStorage storage) {
        return files.find(storage.environment(), path)
                .filter(known -> known.etag().equals(etag))
                .filter(known -> known.state() != MasterFile.State.NEW)
                .isPresent();
    }

    private void append(MasterFile file, DescribedDataset dataset, LakeStorage storage, Workspace workspace) {
        Path staged = workspace.newFile("staged.parquet");
        try (LocalCopy copy = storage.localCopy(file.path())) {
            StagedFile content =
                    reader.read(new InputFile(file.path().path(), file.precedence(), copy.path()), null, staged);
            requireKey(content, dataset);
            var table = new MasterTableId(
                    storage.environment(), new MasterTable.Refined(dataset.dataset(), RefinedLayer.BRONZE));
            var rows = new NewRows(staged, columnsOf(content), content.rows());
            CommitOutcome outcome = FreshLook.each(() -> append(table, file.commitId(), rows));
            LOG.info("{}: version {} with {} rows more", table, outcome.version(), rows.rows());
        }
    }

    /** Somebody else may make the table, or make it anew, between the look and the commit. */
    private CommitOutcome append(MasterTableId table, CommitId id, NewRows rows) {
        Optional<MasterVersion> latest = tables.latest(table);
        latest.ifPresent(version -> requireColumns(version, rows));
        return latest.isEmpty() ? tables.create(table, id, rows) : tables.append(table, id, rows);
    }

    private static void requireKey(StagedFile content, DescribedDataset dataset) {
        if (!content.columns().contains(dataset.key())) {
            throw new UnreadableFile("it has no column %s, which identifies a row of master/%s; it has %s"
                    .formatted(dataset.key(), dataset.dataset(), String.join(", ", content.columns())));
        }
    }

    private static void requireColumns(MasterVersion version, NewRows rows) {
        var missing = new TreeSet<>(namesOf(version.columns()));
        missing.removeAll(namesOf(rows.columns()));
        var unexpected = new TreeSet<>(namesOf(rows.columns()));
        unexpected.removeAll(namesOf(version.columns()));
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw new UnreadableFile("its columns differ from those of %s: it lacks [%s] and adds [%s]"
                    .formatted(version.table(), String.join(", ", missing), String.join(", ", unexpected)));
        }
    }

    private static List<String> namesOf(List<MasterColumn> columns) {
        return columns.stream().map(MasterColumn::name).toList();
    }

    private static List<MasterColumn> columnsOf(StagedFile content) {
        var names = new ArrayList<>(content.columns());
        names.addAll(StagedFile.PROVENANCE);
        return names.stream()
                .map(name -> new MasterColumn(name, PROVENANCE_TYPES.getOrDefault(name, TEXT)))
                .toList();
    }
}
