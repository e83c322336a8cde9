package io.aifactory.lake.master;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.reconciliation.Reconciler;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the tables of a master dataset up to date with the files that landed, in each environment's lake: what is new is
 * added to bronze, file by file, and silver is made anew from all of bronze. What has landed is read from the lake, not from
 * what the storage said.
 */
@Component
class MasterRefinement implements Reconciler {

    static final String KIND = "master";

    private static final Logger LOG = LoggerFactory.getLogger(MasterRefinement.class);

    private final Lakes lakes;
    private final MasterDatasets datasets;
    private final Workspaces workspaces;
    private final BronzeAppending bronze;
    private final SilverMaking silver;

    MasterRefinement(
            Lakes lakes, MasterDatasets datasets, Workspaces workspaces, BronzeAppending bronze, SilverMaking silver) {
        this.lakes = lakes;
        this.datasets = datasets;
        this.workspaces = workspaces;
        this.bronze = bronze;
        this.silver = silver;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String scope) {
        datasets.find(MasterDataset.parse(scope))
                .ifPresentOrElse(
                        this::refine, () -> LOG.info("master/{}: waits until the core team describes it", scope));
    }

    private void refine(DescribedDataset dataset) {
        for (var environment : EnvironmentTier.values()) {
            refine(dataset, lakes.of(environment));
        }
    }

    private void refine(DescribedDataset dataset, LakeStorage storage) {
        List<StoredFile> files = landed(dataset.dataset(), storage);
        if (!files.isEmpty()) {
            try (Workspace workspace = workspaces.open()) {
                files.forEach(file -> add(file, dataset, storage, workspace));
                silver.make(dataset, storage, workspace);
            }
        }
    }

    /** Oldest first, so that of two new files with the same key the newer one's row counts. */
    private static List<StoredFile> landed(MasterDataset dataset, LakeStorage storage) {
        return storage.list(new MasterPath.InFolder(dataset)).stream()
                .sorted(Comparator.comparing(StoredFile::modifiedAt).thenComparing(StoredFile::path))
                .toList();
    }

    private void add(StoredFile stored, DescribedDataset dataset, LakeStorage storage, Workspace workspace) {
        try {
            pathOf(stored).ifPresent(path -> bronze.add(path, stored.etag(), dataset, storage, workspace));
        } catch (LakeFileNotFound e) {
            LOG.info("{} was taken away while it was read", stored.path());
        }
    }

    private static Optional<MasterPath.In> pathOf(StoredFile stored) {
        try {
            return LakePaths.parse(stored.path()) instanceof MasterPath.In file
                            && !file.name().startsWith("_")
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidLakePath e) {
            LOG.warn("ignored a file in master: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
