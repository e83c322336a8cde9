package io.aifactory.bench.workload;

import io.aifactory.contracts.events.EventCatalog;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.EventContext;
import io.aifactory.contracts.messaging.Outbox;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what the role did, in the transaction in which it does it, and publishes what that causes. */
@Component
class Diary {

    private final JdbcClient database;
    private final Outbox outbox;

    Diary(JdbcClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    void note(ProjectId project, int step) {
        write(project, step, Optional.empty());
    }

    void note(ProjectId project, int step, FactoryEvent caused) {
        write(project, step, Optional.of(caused));
        outbox.publish(caused);
    }

    private void write(ProjectId project, int step, Optional<FactoryEvent> caused) {
        database.sql("""
                        WITH turn AS (
                            INSERT INTO tally (project, effects) VALUES (:project, 1)
                            ON CONFLICT (project) DO UPDATE SET effects = tally.effects + 1
                            RETURNING effects)
                        INSERT INTO history (project, position, step, event_id, caused)
                        SELECT :project, effects, :step, :event, :caused FROM turn
                        """)
                .param("project", project.value())
                .param("step", step)
                .param("event", EventContext.current().map(EventContext::id).orElse(null))
                .param(
                        "caused",
                        caused.map(event -> EventCatalog.idOf(event).toString()).orElse(null))
                .update();
    }
}
