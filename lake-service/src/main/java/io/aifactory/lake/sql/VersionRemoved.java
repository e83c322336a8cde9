package io.aifactory.lake.sql;

import io.aifactory.contracts.access.Problem;
import io.aifactory.lake.dataset.DatasetVersion;

/** The file of a version is gone; what is known of the version stays in the catalogue. */
final class VersionRemoved extends Problem {

    private static final long serialVersionUID = 1L;

    VersionRemoved(DatasetVersion version) {
        super(
                Kind.CONFLICT,
                "dataset-version-removed",
                "the file of %s version %d was removed, so nothing can be read from it"
                        .formatted(
                                version.table().registryName(),
                                version.reference().version()));
    }
}
