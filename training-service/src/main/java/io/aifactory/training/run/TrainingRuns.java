package io.aifactory.training.run;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.training.column.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All training runs, in the order they were asked for. */
@Repository
class TrainingRuns {

    private final JdbcClient jdbc;
    private final JsonColumn<RunInput.Delivery> deliveries;

    TrainingRuns(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.deliveries = new JsonColumn<>(json, new TypeReference<>() {});
    }

    /** Adds a run and says whether it is new. */
    boolean add(TrainingRun run) {
        return jdbc.sql("""
                        INSERT INTO training_run (run_id, project, model, trigger, gold_version, delivery,
                            requested_by, state, requested_at)
                        VALUES (:id, :project, :model, :trigger, :gold, CAST(:delivery AS jsonb),
                            :requestedBy, :state, :requestedAt)
                        ON CONFLICT (run_id) DO NOTHING""")
                        .param("id", run.id().value())
                        .param("project", run.project().value())
                        .param("model", run.model().value())
                        .param("trigger", run.trigger().label())
                        .param("gold", run.input() instanceof RunInput.Gold gold ? gold.version() : null)
                        .param(
                                "delivery",
                                run.input() instanceof RunInput.Delivery delivery ? deliveries.text(delivery) : null)
                        .param("requestedBy", run.requestedBy())
                        .param("state", run.progress().state().name())
                        .param("requestedAt", run.progress().requestedAt().atOffset(UTC))
                        .update()
                == 1;
    }

    TrainingRun get(RunId id) {
        return jdbc.sql("SELECT * FROM training_run WHERE run_id = :id")
                .param("id", id.value())
                .query(this::run)
                .single();
    }

    /** The model's runs, newest first. */
    List<TrainingRun> of(ProjectId project, ModelName model) {
        return jdbc.sql("SELECT * FROM training_run WHERE project = :project AND model = :model ORDER BY seq DESC")
                .param("project", project.value())
                .param("model", model.value())
                .query(this::run)
                .list();
    }

    /** Whether the run is the oldest of its model that hasn't ended. */
    boolean isFirst(TrainingRun run) {
        return jdbc.sql("""
                        SELECT run_id FROM training_run
                        WHERE project = :project AND model = :model AND state IN ('REQUESTED', 'RUNNING')
                        ORDER BY seq LIMIT 1""")
                .param("project", run.project().value())
                .param("model", run.model().value())
                .query(String.class)
                .single()
                .equals(run.id().value());
    }

    /** Begins the run's next attempt; says whether it was the next, and nobody else began it or ended the run. */
    boolean begun(RunId id, int attempt, Instant at) {
        return jdbc.sql("""
                UPDATE training_run SET state = 'RUNNING', attempts = attempts + 1,
                    started_at = coalesce(started_at, :at)
                WHERE run_id = :id AND state IN ('REQUESTED', 'RUNNING') AND attempts = :attempt - 1""")
                        .param("at", at.atOffset(UTC))
                        .param("id", id.value())
                        .param("attempt", attempt)
                        .update()
                == 1;
    }

    /** Doesn't count the attempt if it was begun last. */
    void takenBack(RunId id, int attempt) {
        jdbc.sql("""
                UPDATE training_run SET attempts = attempts - 1
                WHERE run_id = :id AND state = 'RUNNING' AND attempts = :attempt""").param("id", id.value()).param("attempt", attempt).update();
    }

    /**
     * Whether the run is at work and this attempt is its last; if so, no other is begun and the run isn't ended before
     * the end of the transaction.
     */
    boolean isHeldBy(RunId id, int attempt) {
        return jdbc.sql("""
                        SELECT run_id FROM training_run
                        WHERE run_id = :id AND state = 'RUNNING' AND attempts = :attempt FOR UPDATE""")
                .param("id", id.value())
                .param("attempt", attempt)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Ends a run that hasn't ended, nor was begun since this attempt, and says whether that was so. */
    boolean ended(
            RunId id, int attempt, RunState end, @Nullable String reason, @Nullable Integer modelVersion, Instant at) {
        return jdbc.sql("""
                        UPDATE training_run SET state = :end, reason = :reason, model_version = :version,
                            finished_at = :at
                        WHERE run_id = :id AND state IN ('REQUESTED', 'RUNNING') AND attempts = :attempt""")
                        .param("attempt", attempt)
                        .param("end", end.name())
                        .param("reason", reason)
                        .param("version", modelVersion)
                        .param("at", at.atOffset(UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private TrainingRun run(ResultSet row, int number) throws SQLException {
        return new TrainingRun(
                new RunId(row.getString("run_id")),
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                TrainingTrigger.of(row.getString("trigger")),
                input(row),
                row.getString("requested_by"),
                new RunProgress(
                        RunState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("reason"),
                        row.getObject("model_version", Integer.class),
                        row.getTimestamp("requested_at").toInstant(),
                        instant(row.getTimestamp("started_at")),
                        instant(row.getTimestamp("finished_at"))));
    }

    private RunInput input(ResultSet row) throws SQLException {
        var delivery = row.getString("delivery");
        return delivery == null ? new RunInput.Gold(row.getInt("gold_version")) : deliveries.value(delivery);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
