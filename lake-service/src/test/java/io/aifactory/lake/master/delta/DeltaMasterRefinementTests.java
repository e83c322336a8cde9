package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.master.MasterRefinementContract;
import io.aifactory.lake.master.MasterTables;
import java.time.Clock;

/** Tests for refinement over {@link DeltaMasterTables}. */
class DeltaMasterRefinementTests extends MasterRefinementContract {

    @Override
    protected MasterTables over(Lakes lakes) {
        return new DeltaMasterTables(lakes, Clock.systemUTC());
    }
}
