package io.aifactory.bench.workload;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes steps from outside; each becomes the first event of a chain. */
@Component
@ConditionalOnProperty(name = "spring.application.name", havingValue = "provisioning-service")
class ProvisioningRole {

    private final JdbcClient database;
    private final Diary diary;
    private final Clock clock;

    ProvisioningRole(JdbcClient database, Diary diary, Clock clock) {
        this.database = database;
        this.diary = diary;
        this.clock = clock;
    }

    /** Takes a step, once however often it is asked. */
    @Transactional
    public void take(Step step, Optional<Poison> poison) {
        boolean isNew = database.sql("INSERT INTO stimulus (project, step) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(step.project().value(), step.number())
                        .update()
                == 1;
        if (isNew) {
            diary.note(step.project(), step.number(), step.provisioned(poison, clock.instant()));
        }
    }
}
