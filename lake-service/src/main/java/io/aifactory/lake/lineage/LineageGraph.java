package io.aifactory.lake.lineage;

import java.util.List;

/**
 * What was found around one or several nodes.
 *
 * @param start the names of the nodes that were asked for
 * @param nodes them and what they lead to; what came first stands first
 * @param edges the edges that were followed, nearest first
 * @param truncated whether there is more than the limit lets through; what is nearest is here
 */
record LineageGraph(List<String> start, List<LineageNode> nodes, List<LineageEdge> edges, boolean truncated) {

    LineageGraph {
        start = List.copyOf(start);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
