package io.aifactory.bench.workload;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.events.ModelTrained;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Promotes each model. */
@Component
@ConditionalOnProperty(name = "spring.application.name", havingValue = PromotionRole.NAME)
class PromotionRole {

    static final String NAME = "promotion-service";

    private final Diary diary;
    private final Clock clock;

    PromotionRole(Diary diary, Clock clock) {
        this.diary = diary;
        this.clock = clock;
    }

    @EventListener
    void on(EnvironmentProvisioned event) {
        diary.note(event.project(), event.revision());
        Poison.in(event).ifPresent(poison -> poison.act(NAME));
    }

    @EventListener
    void on(ModelTrained event) {
        var step = new Step(event.project(), event.version());
        diary.note(step.project(), step.number(), step.promoted(clock.instant()));
    }

    @EventListener
    void on(ModelDeployed event) {
        diary.note(event.project(), event.version());
    }
}
