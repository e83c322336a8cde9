package io.aifactory.lake.arrival;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.SqlFile;
import io.aifactory.lake.query.QueryChanged;
import io.aifactory.lake.reconciliation.Reconciliations;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes what changed in the lakes, and has looked into what the storage does not tell file by file. */
@Component
class LakeChanges {

    private static final Logger LOG = LoggerFactory.getLogger(LakeChanges.class);

    private final Arrivals arrivals;
    private final Reconciliations reconciliations;
    private final ApplicationEventPublisher listeners;

    LakeChanges(Arrivals arrivals, Reconciliations reconciliations, ApplicationEventPublisher listeners) {
        this.arrivals = arrivals;
        this.reconciliations = reconciliations;
        this.listeners = listeners;
    }

    void note(StorageEvent event, List<EnvironmentTier> environments) {
        Change change = event.change();
        if (change instanceof Change.OfFile file) {
            noteFile(file.path(), file.expectedBytes() == null ? 0 : file.expectedBytes(), event, environments);
        } else if (change instanceof Change.FileRenamed renamed) {
            noteFormerFile(renamed.source(), environments);
            noteFile(renamed.destination(), 0, event, environments);
        } else if (change instanceof Change.FolderRenamed renamed) {
            noteFormerFolder(renamed.source(), environments);
            look(renamed.destination(), environments);
        } else if (change instanceof Change.FolderRemoved removed) {
            noteFormerFolder(removed.path(), environments);
        }
    }

    private void noteFile(String path, long expectedBytes, StorageEvent event, List<EnvironmentTier> environments) {
        Optional<LakePath> known = known(path);
        known.filter(InFile.class::isInstance)
                .map(InFile.class::cast)
                .filter(file -> liesIn(file, environments))
                .ifPresent(file -> noteInFile(file, expectedBytes, event));
        known.filter(ActiveFile.class::isInstance)
                .map(ActiveFile.class::cast)
                .ifPresent(file -> listeners.publishEvent(new ActiveFileChanged(file, environments)));
        known.filter(SqlFile.class::isInstance)
                .map(SqlFile.class::cast)
                .filter(file -> file.version() == null && liesIn(file, environments))
                .ifPresent(file -> listeners.publishEvent(new QueryChanged(file)));
        known.filter(MasterPath.In.class::isInstance)
                .map(MasterPath.In.class::cast)
                .filter(file -> !Markers.isMarker(file))
                .ifPresent(file -> listeners.publishEvent(new MasterFileArrived(file)));
    }

    private void noteInFile(InFile file, long expectedBytes, StorageEvent event) {
        if (Markers.saysComplete(file)) {
            look(file.folder().path(), List.of(file.environment()));
        } else if (!Markers.isMarker(file)
                && arrivals.tell(file, event.id(), Sequence.of(event.sequence()), expectedBytes)) {
            listeners.publishEvent(new FileChanged(file));
        }
    }

    /** Of a file that was renamed nothing is known but that it is no longer there: its new name has the event's sequence. */
    private void noteFormerFile(String path, List<EnvironmentTier> environments) {
        parsed(path)
                .filter(InFile.class::isInstance)
                .map(InFile.class::cast)
                .filter(file -> arrivals.doubt(file, environments))
                .ifPresent(file -> listeners.publishEvent(new FileChanged(file)));
    }

    private void noteFormerFolder(String path, List<EnvironmentTier> environments) {
        arrivals.doubtAllBelow(path, environments).forEach(file -> listeners.publishEvent(new FileChanged(file)));
    }

    private void look(String folder, List<EnvironmentTier> environments) {
        environments.stream()
                .flatMap(environment -> ListedFolder.of(environment, folder).stream())
                .forEach(listed -> reconciliations.request(FolderListing.KIND, listed.toString()));
    }

    private static boolean liesIn(EnvironmentPath file, List<EnvironmentTier> environments) {
        boolean agrees = environments.contains(file.environment());
        if (!agrees) {
            LOG.warn("ignored {}: it lies in the lake of {}", file.path(), environments);
        }
        return agrees;
    }

    private static Optional<LakePath> known(String path) {
        if (path.startsWith(".")) {
            return Optional.empty(); // where what is being written is kept aside
        }
        try {
            return Optional.of(LakePaths.parse(path));
        } catch (InvalidLakePath e) {
            LOG.warn("ignored a storage event: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What a file was called before, such as its name while it was written, need be none of the lake's. */
    private static Optional<LakePath> parsed(String path) {
        try {
            return Optional.of(LakePaths.parse(path));
        } catch (InvalidLakePath e) {
            LOG.debug("nothing is known of a file that was renamed: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
