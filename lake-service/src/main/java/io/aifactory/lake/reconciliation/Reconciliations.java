package io.aifactory.lake.reconciliation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for work. Many requests for the same scope become one run, but never fewer than one that starts after the last of them. */
@Component
public class Reconciliations {

    private final JdbcClient database;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Reconciliations(JdbcClient database, SchedulerClient scheduler, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Asks for work of the given kind in the given scope, with the surrounding transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(String kind, String scope) {
        database.sql("""
                        INSERT INTO reconciliation (kind, scope, requested) VALUES (:kind, :scope, 1)
                        ON CONFLICT (kind, scope) DO UPDATE SET requested = reconciliation.requested + 1""").param("kind", kind).param("scope", scope).update();
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(ReconciliationJob.TASK, new Work(kind, scope).toString()), clock.instant());
    }
}
