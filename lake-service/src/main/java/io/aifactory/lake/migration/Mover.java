package io.aifactory.lake.migration;

import io.aifactory.contracts.lake.ForeignFile;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileExists;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.lake.arrival.Contents;
import io.aifactory.lake.arrival.Landing;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.FormerVersions;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves one file after the other: copies it, records the copy, compares what lies there with what was read, and only then removes
 * it where it was. Whoever is stopped at any point does it again from the start, and finds what is done already.
 */
@Component
class Mover {

    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final Workspaces workspaces;
    private final RefinementEngine engine;
    private final FormerVersions versions;
    private final Landing landing;
    private final MovedFiles moved;
    private final TransactionTemplate transaction;

    Mover(
            Workspaces workspaces,
            RefinementEngine engine,
            FormerVersions versions,
            Landing landing,
            MovedFiles moved,
            TransactionTemplate transaction) {
        this.workspaces = workspaces;
        this.engine = engine;
        this.versions = versions;
        this.landing = landing;
        this.moved = moved;
        this.transaction = transaction;
    }

    void move(LakeStorage storage, Move move) {
        try {
            removeSource(storage, move.source(), copyOf(storage, move));
        } catch (UnreadableFile | LakeFileExists | LakeFileNotFound e) {
            String reason = String.valueOf(e.getMessage());
            LOG.warn("{} can't be moved: {}", move.source().path(), reason);
            moved.failed(storage.environment(), move.source().path(), move.destination(), reason);
        }
    }

    private MovedFiles.Copy copyOf(LakeStorage storage, Move move) {
        if (move instanceof Move.OfTable table) {
            Baseline baseline = versions.baseline(table.table()); // before it looks whether somebody has done it
            return earlierCopy(storage, move.source()).orElseGet(() -> copyTable(storage, table, baseline));
        }
        return earlierCopy(storage, move.source()).orElseGet(() -> copyIncoming(storage, (Move.OfIncoming) move));
    }

    /** A file that was put there anew since it was copied, or whose copy is gone, is copied again. */
    private Optional<MovedFiles.Copy> earlierCopy(LakeStorage storage, ForeignFile source) {
        return moved.copyOf(storage.environment(), source.path())
                .filter(copy -> copy.sha256().equals(Contents.sha256(storage, source)))
                .filter(copy -> storage.find(LakePaths.parse(copy.target())).isPresent());
    }

    private MovedFiles.Copy copyIncoming(LakeStorage storage, Move.OfIncoming move) {
        InFile target = move.target();
        var copy = new MovedFiles.Copy(target.path(), Contents.sha256(storage, move.source()));
        String etag = storage.find(target)
                .or(() -> Optional.of(storage.create(target, out -> transfer(storage, move.source(), out))))
                .orElseThrow()
                .etag();
        requireSame(storage, target, copy.sha256());
        transaction.executeWithoutResult(status -> {
            landing.found(target, etag);
            moved.copied(storage.environment(), move.source().path(), copy);
        });
        return copy;
    }

    private MovedFiles.Copy copyTable(LakeStorage storage, Move.OfTable move, Baseline baseline) {
        try (Workspace workspace = workspaces.open()) {
            Path local = workspace.newFile("table.parquet");
            try (var out = Files.newOutputStream(local)) {
                transfer(storage, move.source(), out);
            }
            String sha256 = Contents.sha256(LakeContent.of(local));
            TableProfile profile = engine.profile(local);
            versions.adopt(
                    move.table(),
                    profile,
                    local,
                    sha256,
                    baseline,
                    reference -> moved.copied(
                            storage.environment(),
                            move.source().path(),
                            new MovedFiles.Copy(reference.file().path(), sha256)));
        } catch (IOException e) {
            throw new LakeUnavailable("cannot copy '%s'".formatted(move.source().path()), e);
        }
        return moved.copyOf(storage.environment(), move.source().path()).orElseThrow();
    }

    private void removeSource(LakeStorage storage, ForeignFile source, MovedFiles.Copy copy) {
        requireSame(storage, LakePaths.parse(copy.target()), copy.sha256());
        storage.delete(source);
        moved.done(storage.environment(), source.path());
    }

    /** Whoever was stopped after a file was removed has not said so. */
    void finish(LakeStorage storage) {
        moved.copied(storage.environment()).stream()
                .filter(source -> storage.find(new ForeignFile(source)).isEmpty())
                .forEach(source -> moved.done(storage.environment(), source));
    }

    private static void requireSame(LakeStorage storage, LakePath target, String sha256) {
        if (!Contents.sha256(storage, target).equals(sha256)) {
            throw new UnreadableFile("what lies at %s is not what was copied there".formatted(target.path()));
        }
    }

    private static void transfer(LakeStorage storage, LakePath source, OutputStream out) throws IOException {
        try (InputStream in = storage.open(source)) {
            LakeContent.of(in).writeTo(out);
        }
    }
}
