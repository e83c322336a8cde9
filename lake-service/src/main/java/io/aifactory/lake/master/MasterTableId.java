package io.aifactory.lake.master;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.MasterTable;

/**
 * A master table of one environment's lake.
 *
 * @param environment whose lake
 * @param table the table
 */
public record MasterTableId(EnvironmentTier environment, MasterTable table) {

    @Override
    public String toString() {
        return "%s in %s".formatted(table.path(), environment);
    }
}
