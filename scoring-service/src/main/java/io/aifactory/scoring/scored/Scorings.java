package io.aifactory.scoring.scored;

import static java.time.ZoneOffset.UTC;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All scorings. */
@Repository
public class Scorings {

    private final JdbcClient jdbc;

    Scorings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a scoring, unless it is there already. */
    public void add(Scoring scoring) {
        var endpoint = scoring.endpoint();
        var path = scoring.path();
        jdbc.sql("""
                insert into scoring
                    (scoring_id, kind, project, environment, model, version, caller, state, path, asked_at)
                values (:id, :kind, :project, :environment, :model, :version, :caller, :state, :path, :askedAt)
                on conflict do nothing""")
                .param("id", scoring.scoringId().value())
                .param("kind", scoring.kind().label())
                .param("project", endpoint.project().value())
                .param("environment", endpoint.environment().label())
                .param("model", endpoint.model().value())
                .param("version", scoring.version())
                .param("caller", scoring.caller().value())
                .param("state", scoring.state().name())
                .param("path", path == null ? null : path.path())
                .param("askedAt", scoring.askedAt().atOffset(UTC))
                .update();
    }

    /** Returns the scoring with the given id. */
    public Optional<Scoring> find(ScoringId id) {
        return jdbc.sql("select * from scoring where scoring_id = :id")
                .param("id", id.value())
                .query(ScoringRows::scoring)
                .optional();
    }

    /** Says why a scoring is not further yet. */
    public void explain(ScoringId id, String reason) {
        jdbc.sql("update scoring set reason = :reason where scoring_id = :id and state in ('WAITING', 'RUNNING')")
                .param("id", id.value())
                .param("reason", reason)
                .update();
    }

    /** Decides which version scores; what has been decided stays. */
    public void run(Scoring running) {
        jdbc.sql("""
                update scoring set state = 'RUNNING', reason = null, version = :version, path = :path
                where scoring_id = :id and state = 'WAITING'""")
                .param("id", running.scoringId().value())
                .param("version", running.decidedVersion())
                .param("path", running.decidedPath().path())
                .update();
    }

    /** Returns whether the scoring is running and nobody else has it; until the transaction is over nobody else gets it. */
    boolean lockRunning(ScoringId id) {
        return jdbc.sql("select 1 from scoring where scoring_id = :id and state = 'RUNNING' for update skip locked")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Ends a scoring whose rows lie in the lake; returns whether it was still running. */
    public boolean complete(ScoringId id, ScoredResult result) {
        return jdbc.sql("""
                update scoring set state = 'COMPLETED', reason = null, row_count = :rows,
                    first_scored_at = :first, last_scored_at = :last, completed_at = :completedAt
                where scoring_id = :id and state = 'RUNNING'""")
                        .param("id", id.value())
                        .param("rows", result.rows())
                        .param("first", result.firstScoredAt().atOffset(UTC))
                        .param("last", result.lastScoredAt().atOffset(UTC))
                        .param("completedAt", result.completedAt().atOffset(UTC))
                        .update()
                > 0;
    }

    /** Ends a scoring that can't be done. */
    public void fail(ScoringId id, String reason) {
        jdbc.sql("""
                update scoring set state = 'FAILED', reason = :reason
                where scoring_id = :id and state in ('WAITING', 'RUNNING')""").param("id", id.value()).param("reason", reason).update();
    }

    /** Returns online scorings that were begun and are not in the lake yet. */
    List<Scoring> unfinishedOnline() {
        return jdbc.sql("select * from scoring where state = 'RUNNING' and kind = 'online' order by scoring_id")
                .query(ScoringRows::scoring)
                .list();
    }

    /** Returns scorings in the given states, the last asked for first. */
    List<Scoring> of(ScoredFilter filter, Collection<ScoringState> states, int limit) {
        return jdbc.sql("select * from scoring where " + ScoredFilter.CONDITIONS + """
                and (cast(:kind as text) is null or kind = :kind) and state in (:states)
                and (cast(:from as timestamptz) is null or coalesce(last_scored_at, asked_at) >= :from)
                and (cast(:to as timestamptz) is null or coalesce(first_scored_at, asked_at) < :to)
                order by asked_at desc, scoring_id limit :limit""")
                .params(filter.parameters())
                .param("states", states.stream().map(ScoringState::name).toList())
                .param("limit", limit)
                .query(ScoringRows::scoring)
                .list();
    }

    /** Returns a page of the completed scorings that may hold what is looked for, the last scored first. */
    List<Scoring> thatMayHold(ScoredFilter filter, int offset, int limit) {
        return jdbc.sql("select * from scoring where " + ScoredFilter.CONDITIONS + """
                and (cast(:kind as text) is null or kind = :kind) and state = 'COMPLETED'
                and (cast(:from as timestamptz) is null or last_scored_at >= :from)
                and (cast(:to as timestamptz) is null or first_scored_at < :to)
                and (cast(:scoringId as text) is null or scoring_id = :scoringId
                    or (kind = 'online' and :idTime between first_scored_at and last_scored_at))
                order by last_scored_at desc, scoring_id limit :limit offset :offset""")
                .params(filter.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(ScoringRows::scoring)
                .list();
    }
}
