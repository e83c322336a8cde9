package io.aifactory.promotion.comparison;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;

/**
 * The rows that models were scored on. Metrics compare only on the same test set.
 *
 * @param dataset the dataset
 * @param layer which part of it
 * @param environment whose lake it lies in
 * @param version its version
 */
public record TestSet(DatasetName dataset, LakeLayer layer, EnvironmentTier environment, int version) {

    /** Returns the test set that an event refers to. */
    public static TestSet of(DatasetReference reference) {
        return new TestSet(
                reference.dataset(), reference.layer(), reference.file().environment(), reference.version());
    }

    @Override
    public String toString() {
        return "%s version %d of %s".formatted(layer, version, environment);
    }
}
