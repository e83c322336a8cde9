package io.aifactory.lake.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.lake.engine.ColumnProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Runs that have ended and that nobody outside was told of. They are part of the lineage itself, so none is forgotten, however
 * long nobody can be told; all that was ever made waits here until somebody wants to know.
 */
@Repository
public class PendingRuns {

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Clock clock;

    PendingRuns(JdbcClient database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Returns the next runs to tell of, what was made first before what was made of it. */
    public List<EndedRun> next(int most) {
        return database.sql("""
                        SELECT node.*, made.columns FROM lineage_node AS node
                            LEFT JOIN dataset_version AS made
                                ON node.kind = 'DATASET' AND made.environment = node.environment AND made.path = node.path
                        WHERE node.run_id IS NOT NULL AND NOT node.emitted AND node.emit_after <= :now
                        ORDER BY node.emit_after, node.id LIMIT :most""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> run(row, number))
                .list();
    }

    /** Says that others were told of the run. */
    public void done(EndedRun run) {
        database.sql("UPDATE lineage_node SET emitted = true WHERE id = :id")
                .param("id", run.id())
                .update();
    }

    /** Says that others don't want to hear of the run; it comes again after the given time, and holds up no other. */
    public void postpone(EndedRun run, Duration pause) {
        database.sql("UPDATE lineage_node SET emit_after = :after WHERE id = :id")
                .param("after", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
                .param("id", run.id())
                .update();
    }

    private EndedRun run(ResultSet row, int number) throws SQLException {
        LineageNode node = LineageRows.node(row, number);
        long id = row.getLong("id");
        return new EndedRun(
                id,
                Objects.requireNonNull(node.run()),
                node,
                node.kind() == NodeKind.FILE ? List.of() : inputsOf(id),
                columns(row.getString("columns")));
    }

    private List<LineageNode> inputsOf(long target) {
        return database.sql("""
                        SELECT source.* FROM lineage_edge AS edge JOIN lineage_node AS source ON source.id = edge.source
                        WHERE edge.target = :target ORDER BY source.id""")
                .param("target", target)
                .query(LineageRows::node)
                .list();
    }

    private List<ColumnProfile> columns(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try {
            return List.of(json.readValue(text, ColumnProfile[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read columns", e);
        }
    }
}
