package io.aifactory.lake.refinement;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import org.springframework.stereotype.Component;

/** Reads files that landed, each at most once in a piece of work. */
@Component
class Staging {

    private final Lakes lakes;
    private final TableReader reader;

    Staging(Lakes lakes, TableReader reader) {
        this.lakes = lakes;
        this.reader = reader;
    }

    StagedFiles in(Workspace workspace, ConfiguredModel model) {
        return new StagedFiles(lakes, reader, model, workspace);
    }
}
