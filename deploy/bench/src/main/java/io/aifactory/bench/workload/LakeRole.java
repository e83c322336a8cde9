package io.aifactory.bench.workload;

import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelTrained;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Saves a dataset for each environment. */
@Component
@ConditionalOnProperty(name = "spring.application.name", havingValue = LakeRole.NAME)
class LakeRole {

    static final String NAME = "lake-service";

    private final Diary diary;
    private final Clock clock;

    LakeRole(Diary diary, Clock clock) {
        this.diary = diary;
        this.clock = clock;
    }

    @EventListener
    void on(EnvironmentProvisioned event) {
        var step = new Step(event.project(), event.revision());
        diary.note(step.project(), step.number(), step.saved(clock.instant()));
        Poison.in(event).ifPresent(poison -> poison.act(NAME));
    }

    @EventListener
    void on(DatasetSaved event) {
        diary.note(event.project(), event.dataset().version());
    }

    @EventListener
    void on(ModelTrained event) {
        diary.note(event.project(), event.version());
    }

    @EventListener
    void on(ModelPromoted event) {
        diary.note(event.project(), event.version());
    }
}
