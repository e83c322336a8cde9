package io.aifactory.bench.workload;

import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.ModelPromoted;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Trains a model on each dataset. */
@Component
@ConditionalOnProperty(name = "spring.application.name", havingValue = TrainingRole.NAME)
class TrainingRole {

    static final String NAME = "training-service";

    private final Diary diary;
    private final Clock clock;

    TrainingRole(Diary diary, Clock clock) {
        this.diary = diary;
        this.clock = clock;
    }

    @EventListener
    void on(EnvironmentProvisioned event) {
        diary.note(event.project(), event.revision());
        Poison.in(event).ifPresent(poison -> poison.act(NAME));
    }

    @EventListener
    void on(DatasetSaved event) {
        var step = new Step(event.project(), event.dataset().version());
        diary.note(step.project(), step.number(), step.trained(clock.instant()));
    }

    @EventListener
    void on(ModelPromoted event) {
        diary.note(event.project(), event.version());
    }
}
