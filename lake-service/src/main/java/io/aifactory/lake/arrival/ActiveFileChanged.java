package io.aifactory.lake.arrival;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.ActiveFile;
import java.util.List;

/**
 * A file that says which data counts has changed, or may have. Told to listeners in this service, within a transaction.
 *
 * @param file the file
 * @param environments in whose lakes it may be
 */
public record ActiveFileChanged(ActiveFile file, List<EnvironmentTier> environments) {

    public ActiveFileChanged {
        environments = List.copyOf(environments);
    }
}
