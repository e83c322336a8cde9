package io.aifactory.lake.catalogue;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.lake.dataset.DatasetAddress;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what is known of single versions. */
@Component
class Catalogue {

    private final DatasetVersions versions;

    Catalogue(DatasetVersions versions) {
        this.versions = versions;
    }

    /**
     * Returns the version that is meant.
     *
     * @throws DatasetVersionNotFound if there is none
     */
    DatasetVersion require(DatasetAddress address, VersionChoice choice, Moment moment) {
        return choice.number().isPresent()
                ? require(address, choice.number().getAsInt())
                : versions.newest(address.registered(moment.toScore()), moment.phase(), moment.until())
                        .orElseThrow(() -> DatasetVersionNotFound.of(address, moment));
    }

    /**
     * Returns the version before, of the same registered dataset.
     *
     * @throws DatasetVersionNotFound if there is none
     */
    DatasetVersion requireBefore(DatasetAddress address, DatasetVersion version) {
        return versions.before(version)
                .orElseThrow(() -> DatasetVersionNotFound.before(
                        address, version.reference().version()));
    }

    /** Returns all that is known of a version; of what was made from it, what the caller may see. */
    Detail detail(DatasetVersion version, Caller caller) {
        return Detail.of(
                version,
                versions.sampleOf(version),
                versions.before(version)
                        .map(before -> SchemaChange.between(before, version))
                        .orElse(null),
                children(version, caller));
    }

    private DatasetVersion require(DatasetAddress address, int version) {
        return versions.find(address, version).orElseThrow(() -> DatasetVersionNotFound.of(address, version));
    }

    private List<DatasetReference> children(DatasetVersion version, Caller caller) {
        return versions.madeFrom(version).stream()
                .filter(child -> caller.sees(child.table().zone().project()))
                .map(DatasetVersion::reference)
                .toList();
    }
}
