package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.ModelZone;

/**
 * What is refined together: all that one model learns from, or that one version of it scores, in one environment.
 *
 * @param zone whose
 * @param environment in which environment
 */
record RefinementScope(ModelZone zone, EnvironmentTier environment) {

    static RefinementScope of(InFile file) {
        return new RefinementScope(file.zone(), file.environment());
    }

    static RefinementScope parse(String text) {
        int separator = text.indexOf('@');
        var folder = (LakeFolder.OfZone) LakePaths.parse(text.substring(0, separator));
        return new RefinementScope(folder.zone(), EnvironmentTier.of(text.substring(separator + 1)));
    }

    @Override
    public String toString() {
        return zone.path() + "@" + environment;
    }
}
