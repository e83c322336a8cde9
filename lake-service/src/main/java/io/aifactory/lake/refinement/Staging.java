package io.aifactory.lake.refinement;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.Workspace;
import org.springframework.stereotype.Component;

/** Reads files that landed, each at most once in a piece of work. */
@Component
class Staging {

    private final Lakes lakes;
    private final RefinementEngine engine;

    Staging(Lakes lakes, RefinementEngine engine) {
        this.lakes = lakes;
        this.engine = engine;
    }

    StagedFiles in(Workspace workspace) {
        return new StagedFiles(lakes, engine, workspace);
    }
}
