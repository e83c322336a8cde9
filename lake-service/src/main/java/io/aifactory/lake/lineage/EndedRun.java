package io.aifactory.lake.lineage;

import io.aifactory.lake.engine.ColumnProfile;
import java.util.List;

/**
 * A run that others are still to be told of.
 *
 * @param id tells it from others of this service
 * @param run the run
 * @param node what it made or, if it failed, what it turned away
 * @param inputs from what; empty if it failed
 * @param columns the columns of what it made, of dataset versions
 */
public record EndedRun(long id, Run run, LineageNode node, List<LineageNode> inputs, List<ColumnProfile> columns) {

    public EndedRun {
        inputs = List.copyOf(inputs);
        columns = List.copyOf(columns);
    }

    /** Returns whether it made nothing. */
    public boolean failed() {
        return node.kind() == NodeKind.FILE;
    }
}
