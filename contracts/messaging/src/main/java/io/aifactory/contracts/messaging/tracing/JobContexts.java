package io.aifactory.contracts.messaging.tracing;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.aifactory.contracts.messaging.EventContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the jobs that wait were scheduled for. It lives in the transaction that schedules a job, and goes with the job. */
final class JobContexts {

    private final JdbcClient database;

    JobContexts(JdbcClient database) {
        this.database = database;
    }

    void save(TaskInstanceId job, JobContext context) {
        database.sql("""
                        INSERT INTO job_context (task_name, task_instance, event_id, correlation_id, trace_parent)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (task_name, task_instance) DO UPDATE SET event_id = excluded.event_id,
                               correlation_id = excluded.correlation_id, trace_parent = excluded.trace_parent
                        """)
                .params(
                        job.getTaskName(),
                        job.getId(),
                        context.event().map(EventContext::id).orElse(null),
                        context.event().map(EventContext::correlationId).orElse(null),
                        context.traceParent().map(TraceParent::toString).orElse(null))
                .update();
    }

    Optional<JobContext> find(TaskInstanceId job) {
        return database.sql("""
                        SELECT event_id, correlation_id, trace_parent FROM job_context
                        WHERE task_name = ? AND task_instance = ?
                        """)
                .params(job.getTaskName(), job.getId())
                .query((row, number) -> new JobContext(eventOf(row), TraceParent.parse(row.getString("trace_parent"))))
                .optional();
    }

    private static Optional<EventContext> eventOf(ResultSet row) throws SQLException {
        String id = row.getString("event_id");
        return id == null ? Optional.empty() : Optional.of(new EventContext(id, row.getString("correlation_id")));
    }
}
