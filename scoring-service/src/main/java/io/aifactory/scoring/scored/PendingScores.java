package io.aifactory.scoring.scored;

import static java.time.ZoneOffset.UTC;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answered requests on their way to the lake: a queue in the database. */
@Repository
class PendingScores {

    private static final int FETCHED_AT_ONCE = 100;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    PendingScores(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void add(List<ScoredRequest> requests) {
        template.batchUpdate("""
                insert into pending_scores (request_id, project, environment, model, version, caller,
                    scored_at, row_count, rows, scores) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", requests, requests.size(), PendingScores::set);
    }

    List<PendingGroup> groups(int limit) {
        return jdbc.sql("""
                select distinct project, environment, model, version, caller,
                    cast(scored_at at time zone 'UTC' as date) as day
                from pending_scores where scoring_id is null limit :limit""").param("limit", limit).query(PendingScores::group).list();
    }

    /** Assigns requests of a group to a scoring, the oldest first; returns how many. */
    int claim(PendingGroup group, ScoringId scoring, int limit) {
        return jdbc.sql("""
                update pending_scores set scoring_id = :scoring where request_id in (
                    select request_id from pending_scores
                    where scoring_id is null and project = :project and environment = :environment
                    and model = :model and version = :version and caller = :caller
                    and scored_at >= :day and scored_at < :nextDay
                    order by request_id limit :limit for update)""")
                .param("scoring", scoring.value())
                .param("project", group.endpoint().project().value())
                .param("environment", group.endpoint().environment().label())
                .param("model", group.endpoint().model().value())
                .param("version", group.version())
                .param("caller", group.caller().value())
                .param("day", group.date().atStartOfDay().atOffset(UTC))
                .param("nextDay", group.date().plusDays(1).atStartOfDay().atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    /** Hands over the requests of a scoring one by one, in order; needs a transaction, so that not all are held at once. */
    void forEach(ScoringId scoring, Consumer<PendingRequest> action) {
        template.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select * from pending_scores where scoring_id = ? order by request_id");
                    statement.setString(1, scoring.value());
                    statement.setFetchSize(FETCHED_AT_ONCE);
                    return statement;
                },
                row -> {
                    action.accept(request(row, 0));
                });
    }

    /** Returns how many rows a scoring has, and when they were scored. */
    ScoredResult resultOf(ScoringId scoring, Instant completedAt) {
        return jdbc.sql("""
                select sum(row_count) as rows, min(scored_at) as first, max(scored_at) as last
                from pending_scores where scoring_id = :scoring""")
                .param("scoring", scoring.value())
                .query((row, number) -> new ScoredResult(
                        row.getLong("rows"),
                        row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant(),
                        completedAt))
                .single();
    }

    void removeAllOf(ScoringId scoring) {
        jdbc.sql("delete from pending_scores where scoring_id = :scoring")
                .param("scoring", scoring.value())
                .update();
    }

    /** Returns requests that are looked for, the last scored first. */
    List<PendingRequest> find(ScoredFilter filter, int limit) {
        return jdbc.sql("select * from pending_scores where " + ScoredFilter.CONDITIONS + """
                and (cast(:kind as text) is null or :kind = 'online')
                and (cast(:from as timestamptz) is null or scored_at >= :from)
                and (cast(:to as timestamptz) is null or scored_at < :to)
                and (cast(:scoringId as text) is null or request_id = :scoringId)
                order by scored_at desc, request_id limit :limit""")
                .params(filter.parameters())
                .param("limit", limit)
                .query(PendingScores::request)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from pending_scores").query(Long.class).single();
    }

    private static void set(PreparedStatement statement, ScoredRequest request) throws SQLException {
        var endpoint = request.endpoint();
        statement.setString(1, request.scoringId().value());
        statement.setString(2, endpoint.project().value());
        statement.setString(3, endpoint.environment().label());
        statement.setString(4, endpoint.model().value());
        statement.setInt(5, request.version());
        statement.setString(6, request.caller().value());
        statement.setObject(7, request.scoredAt().atOffset(UTC));
        statement.setInt(8, request.scores().length);
        statement.setBytes(9, request.rows());
        statement.setBytes(10, ScoreBytes.of(request.scores()));
    }

    private static PendingGroup group(ResultSet row, int number) throws SQLException {
        return new PendingGroup(
                ScoringRows.endpoint(row),
                row.getInt("version"),
                new CallerId(row.getString("caller")),
                row.getObject("day", LocalDate.class));
    }

    private static PendingRequest request(ResultSet row, int number) throws SQLException {
        return new PendingRequest(
                new ScoringId(row.getString("request_id")),
                ScoringRows.endpoint(row),
                row.getInt("version"),
                new CallerId(row.getString("caller")),
                row.getTimestamp("scored_at").toInstant(),
                row.getBytes("rows"),
                ScoreBytes.read(row.getBytes("scores"), row.getInt("row_count")));
    }
}
