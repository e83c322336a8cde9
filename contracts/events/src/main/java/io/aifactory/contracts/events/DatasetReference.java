package io.aifactory.contracts.events;

/**
 * One version of a dataset, and where it lies.
 *
 * @param dataset the dataset's name
 * @param layer how far it is refined
 * @param version the version, counted from 1 per dataset, layer and environment
 * @param file where it lies
 * @param rows how many rows it has
 */
public record DatasetReference(
        DatasetName dataset,
        LakeLayer layer,
        @AtLeast(1) int version,
        LakeFile file,
        @AtLeast(0) long rows) {

    /** Returns whether the other reference means the same rows: same dataset, layer, environment and version. */
    public boolean sameVersionAs(DatasetReference other) {
        return dataset.equals(other.dataset)
                && layer == other.layer
                && version == other.version
                && file.environment() == other.file.environment();
    }
}
