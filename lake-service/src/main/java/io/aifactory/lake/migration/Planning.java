package io.aifactory.lake.migration;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.lake.ForeignFile;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.lake.arrival.Contents;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.layout.LakeVersions;
import io.aifactory.lake.migration.v3.V3File;
import io.aifactory.lake.migration.v3.V3Paths;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks at a lake and plans what is to be moved. Changes nothing. */
@Component
class Planning {

    private final Lakes lakes;
    private final LakeVersions versions;

    Planning(Lakes lakes, LakeVersions versions) {
        this.lakes = lakes;
        this.versions = versions;
    }

    MigrationPlan plan(EnvironmentTier environment) {
        LakeStorage storage = lakes.of(environment);
        var draft = new Draft(storage);
        storage.list(LakeFolder.Top.MASTER).stream()
                .filter(file -> file.path().startsWith(V3Paths.ROOT))
                .sorted(Comparator.comparing(StoredFile::modifiedAt).thenComparing(StoredFile::path))
                .forEach(draft::add);
        return draft.plan(versions.of(environment).text());
    }

    /** A plan in the making. */
    private static final class Draft {

        private final LakeStorage storage;
        private final List<Move.OfIncoming> incoming = new ArrayList<>();
        private final List<Move.OfTable> tables = new ArrayList<>();
        private final List<MigrationPlan.Remark> conflicts = new ArrayList<>();
        private final List<MigrationPlan.Remark> leftAlone = new ArrayList<>();
        private final Set<String> targets = new HashSet<>();

        Draft(LakeStorage storage) {
            this.storage = storage;
        }

        void add(StoredFile stored) {
            try {
                add(new ForeignFile(stored.path()), V3Paths.parse(stored.path()));
            } catch (InvalidName | InvalidLakePath | DateTimeException e) {
                leftAlone.add(new MigrationPlan.Remark(stored.path(), String.valueOf(e.getMessage())));
            }
        }

        private void add(ForeignFile source, Optional<V3File> meaning) {
            if (meaning.isEmpty()) {
                leftAlone.add(new MigrationPlan.Remark(source.path(), "it is no file of the grammar of version 3"));
            } else if (meaning.get() instanceof V3File.Incoming file) {
                add(new Move.OfIncoming(source, target(file)));
            } else if (meaning.get() instanceof V3File.Table table) {
                tables.add(new Move.OfTable(source, target(table)));
            }
        }

        private InFile target(V3File.Incoming file) {
            return new InFolder(file.zone(), file.dataset(), storage.environment(), file.date()).file(file.name());
        }

        /** What waits for a score is a table per day now; which day an older one is of, nobody knows. */
        private TableId target(V3File.Table table) {
            if (table.zone() instanceof ModelZone.Inference) {
                throw new InvalidLakePath(table.zone().path(), "data to score is refined again from its files");
            }
            return new TableId(table.zone(), table.dataset(), table.layer(), storage.environment(), null);
        }

        private void add(Move.OfIncoming move) {
            if (!targets.add(move.destination())) {
                conflicts.add(new MigrationPlan.Remark(
                        move.source().path(), "another file is to be moved to " + move.destination()));
            } else if (isTaken(move)) {
                conflicts.add(
                        new MigrationPlan.Remark(move.source().path(), "another file lies at " + move.destination()));
            } else {
                incoming.add(move);
            }
        }

        /** A file that was copied and not removed yet lies in both places. */
        private boolean isTaken(Move.OfIncoming move) {
            return storage.find(move.target()).isPresent()
                    && !Contents.sha256(storage, move.target()).equals(Contents.sha256(storage, move.source()));
        }

        /** Tables come after the files they were made of, and layer after layer. */
        MigrationPlan plan(String version) {
            var moves = new ArrayList<Move>(incoming);
            tables.stream()
                    .sorted(Comparator.comparing(move -> move.table().layer()))
                    .forEach(moves::add);
            return new MigrationPlan(version, moves, conflicts, leftAlone);
        }
    }
}
