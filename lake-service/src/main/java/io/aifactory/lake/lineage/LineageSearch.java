package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.ProjectId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Follows lineage. However much there is, an answer takes no longer than its limit allows: what is nearest comes first, and
 * the walk ends where the limit is reached. A node of another project is shown and not followed.
 */
@Repository
class LineageSearch {

    private final JdbcClient database;

    LineageSearch(JdbcClient database) {
        this.database = database;
    }

    /**
     * How far to go.
     *
     * @param direction which way
     * @param depth how many edges away from the start
     * @param limit how many edges in each direction
     */
    record Reach(Direction direction, int depth, int limit) {}

    private record Step(long source, long target) {}

    /**
     * Returns what is around the node or nodes.
     *
     * @throws LineageNodeNotFound if there is none such in the project
     */
    LineageGraph find(ProjectId project, NodeQuery query, Reach reach) {
        Set<Long> start = start(project, query);
        if (start.isEmpty()) {
            throw new LineageNodeNotFound(project, query);
        }
        var steps = new LinkedHashSet<Step>();
        boolean truncated = false;
        for (Way way : reach.direction().ways()) {
            List<Step> walked = walk(way, project, start, reach);
            walked.stream().limit(reach.limit()).forEach(steps::add);
            truncated |= walked.size() > reach.limit();
        }
        return graph(start, steps, truncated);
    }

    private Set<Long> start(ProjectId project, NodeQuery query) {
        return database.sql("SELECT id FROM lineage_node WHERE project = :project AND (name = :name OR path = :path)")
                .param("project", project.value())
                .param("name", query.name())
                .param("path", query.path())
                .query(Long.class)
                .set();
    }

    private List<Step> walk(Way way, ProjectId project, Set<Long> start, Reach reach) {
        return database.sql(way.walk())
                .param("start", array(start))
                .param("project", project.value())
                .param("depth", reach.depth())
                .param("limit", reach.limit() + 1)
                .query((row, number) -> new Step(row.getLong("source"), row.getLong("target")))
                .list();
    }

    private LineageGraph graph(Set<Long> start, Set<Step> steps, boolean truncated) {
        var ids = new HashSet<>(start);
        steps.forEach(step -> ids.addAll(List.of(step.source(), step.target())));
        Map<Long, LineageNode> nodes = nodes(ids);
        List<LineageEdge> edges = steps.stream()
                .map(step -> new LineageEdge(nameOf(step.source(), nodes), nameOf(step.target(), nodes)))
                .toList();
        List<String> names =
                start.stream().sorted().map(id -> nameOf(id, nodes)).toList();
        return new LineageGraph(names, List.copyOf(nodes.values()), edges, truncated);
    }

    private Map<Long, LineageNode> nodes(Set<Long> ids) {
        var nodes = new LinkedHashMap<Long, LineageNode>();
        database.sql("SELECT * FROM lineage_node WHERE id = ANY(:ids) ORDER BY id")
                .param("ids", array(ids))
                .query(row -> {
                    nodes.put(row.getLong("id"), LineageRows.node(row, row.getRow()));
                });
        return nodes;
    }

    /** What has an edge is there: no node is ever removed. */
    private static String nameOf(long id, Map<Long, LineageNode> nodes) {
        return Objects.requireNonNull(nodes.get(id)).name();
    }

    private static Long[] array(Set<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
