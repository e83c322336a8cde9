package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.master.MasterTables;
import io.aifactory.lake.master.MasterTablesContract;
import java.time.Clock;

/** Tests for {@link DeltaMasterTables}. */
class DeltaMasterTablesTests extends MasterTablesContract {

    @Override
    protected MasterTables over(Lakes lakes) {
        return new DeltaMasterTables(lakes, Clock.systemUTC());
    }
}
