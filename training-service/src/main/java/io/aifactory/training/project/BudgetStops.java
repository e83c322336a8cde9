package io.aifactory.training.project;

import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The months in which a project has spent more than its monthly budget; months are those of UTC. */
@Repository
public class BudgetStops {

    private final JdbcClient jdbc;

    BudgetStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why the project may start nothing at this time; empty when it may. */
    public Optional<String> reason(ProjectId project, Instant at) {
        return jdbc.sql("SELECT reason FROM budget_stop WHERE project = :project AND month = :month")
                .param("project", project.value())
                .param("month", monthOf(LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .query(String.class)
                .optional();
    }

    void keep(ProjectId project, LocalDate day, String reason) {
        jdbc.sql("""
                INSERT INTO budget_stop (project, month, reason) VALUES (:project, :month, :reason)
                ON CONFLICT (project, month) DO UPDATE SET reason = excluded.reason""")
                .param("project", project.value())
                .param("month", monthOf(day))
                .param("reason", reason)
                .update();
    }

    private static LocalDate monthOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }
}
