package io.aifactory.lake.active;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ActiveFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the active files say, as last understood. */
@Repository
public class ActiveChoices {

    private final JdbcClient database;
    private final Clock clock;

    ActiveChoices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is known of a place.
     *
     * @param entry what holds
     * @param etag the content it was read from; absent if there was no file
     * @param problem why the file that lies there now can't be understood; absent if it can
     * @param readAt when it was last read; absent if it never was
     */
    record Known(
            ActiveEntry entry,
            @Nullable String etag,
            @Nullable String problem,
            @Nullable Instant readAt) {}

    /** Returns which data of a model counts in an environment: everything, where nothing else was said. */
    public ActiveChoice of(ProjectId project, ModelName model, EnvironmentTier environment) {
        return new ActiveChoice(
                at(new ActivePlace(new ActiveFile(project, model, ActiveFile.Use.TRAINING), environment))
                        .entry(),
                at(new ActivePlace(new ActiveFile(project, model, ActiveFile.Use.SCORING), environment))
                        .entry());
    }

    Known at(ActivePlace place) {
        return statement("""
                        SELECT day, model_version, etag, problem, read_at FROM active_choice
                        WHERE project = :project AND model = :model AND environment = :environment AND use = :use""", place)
                .query((row, number) -> known(row))
                .optional()
                .orElseGet(() -> new Known(ActiveEntry.EVERYTHING, null, null, null));
    }

    /** Keeps what a file says, and returns whether that is something else than before. */
    boolean keep(ActivePlace place, ActiveEntry entry, @Nullable String etag) {
        ActiveEntry before = at(place).entry();
        write(place, entry, etag, null);
        return !before.equals(entry);
    }

    /** Keeps that a file can't be understood. What it said before holds on. */
    void keepProblem(ActivePlace place, @Nullable String etag, String problem) {
        write(place, at(place).entry(), etag, problem);
    }

    /** Lets nobody else read or write the place's file until the transaction ends. */
    void lock(ActivePlace place) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "active:" + place)
                .query((row, number) -> number)
                .single();
    }

    private void write(ActivePlace place, ActiveEntry entry, @Nullable String etag, @Nullable String problem) {
        statement("""
                        INSERT INTO active_choice (project, model, environment, use, day, model_version, etag, problem, read_at)
                        VALUES (:project, :model, :environment, :use, :day, :version, :etag, :problem, :now)
                        ON CONFLICT (project, model, environment, use) DO UPDATE SET day = excluded.day,
                            model_version = excluded.model_version, etag = excluded.etag, problem = excluded.problem, read_at = excluded.read_at""", place)
                .param("day", entry.day())
                .param("version", entry.modelVersion())
                .param("etag", etag)
                .param("problem", problem)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, ActivePlace place) {
        ActiveFile file = place.file();
        return database.sql(sql)
                .param("project", file.project().value())
                .param("model", file.model().value())
                .param("environment", place.environment().label())
                .param("use", file.use().name().toLowerCase(Locale.ROOT));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new ActiveEntry(row.getObject("day", LocalDate.class), row.getInt("model_version")),
                row.getString("etag"),
                row.getString("problem"),
                row.getObject("read_at", OffsetDateTime.class).toInstant());
    }
}
