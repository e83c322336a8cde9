package io.aifactory.bench.workload;

import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.ModelPromoted;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deploys each promoted model. */
@Component
@ConditionalOnProperty(name = "spring.application.name", havingValue = ScoringRole.NAME)
class ScoringRole {

    static final String NAME = "scoring-service";

    private final Diary diary;
    private final Clock clock;

    ScoringRole(Diary diary, Clock clock) {
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
        diary.note(event.project(), event.dataset().version());
    }

    @EventListener
    void on(ModelPromoted event) {
        var step = new Step(event.project(), event.version());
        diary.note(step.project(), step.number(), step.deployed(clock.instant()));
    }
}
