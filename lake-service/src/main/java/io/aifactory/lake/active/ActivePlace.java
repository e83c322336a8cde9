package io.aifactory.lake.active;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.LakePaths;

/**
 * Where something is said: an active file in the lake of an environment, which is asked for that environment only.
 *
 * @param file the file
 * @param environment the environment
 */
record ActivePlace(ActiveFile file, EnvironmentTier environment) {

    static ActivePlace parse(String text) {
        int separator = text.indexOf('@');
        return new ActivePlace(
                (ActiveFile) LakePaths.parse(text.substring(separator + 1)),
                EnvironmentTier.of(text.substring(0, separator)));
    }

    @Override
    public String toString() {
        return environment + "@" + file.path();
    }
}
