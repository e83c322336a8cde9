package io.aifactory.lake.migration;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.layout.LakeVersions;
import io.aifactory.lake.reconciliation.Reconciler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves all that a lake of an older version has. The lake is of the current version once nothing is left to be moved. */
@Component
class Migration implements Reconciler {

    static final String KIND = "migration";

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private final Lakes lakes;
    private final LakeVersions versions;
    private final Planning planning;
    private final Mover mover;
    private final MigrationRuns runs;

    Migration(Lakes lakes, LakeVersions versions, Planning planning, Mover mover, MigrationRuns runs) {
        this.lakes = lakes;
        this.versions = versions;
        this.planning = planning;
        this.mover = mover;
        this.runs = runs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String scope) {
        EnvironmentTier environment = EnvironmentTier.of(scope);
        LakeStorage storage = lakes.of(environment);
        planning.plan(environment).moves().forEach(move -> mover.move(storage, move));
        mover.finish(storage);
        MigrationPlan rest = planning.plan(environment);
        if (rest.isDone()) {
            versions.markCurrent(environment);
            runs.finish(environment, MigrationRun.State.DONE);
            LOG.info(
                    "the lake of {} is moved; {} files stay where they are",
                    environment,
                    rest.leftAlone().size());
        } else {
            runs.finish(environment, MigrationRun.State.STUCK);
            LOG.warn(
                    "the lake of {} is not moved yet: {} files can't be moved, {} are in conflict",
                    environment,
                    rest.moves().size(),
                    rest.conflicts().size());
        }
    }
}
