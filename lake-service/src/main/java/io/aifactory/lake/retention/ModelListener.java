package io.aifactory.lake.retention;

import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelRolledBack;
import io.aifactory.contracts.events.ModelTrained;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers what has to be kept because a model learned from it. */
@Component("retentionModelListener")
class ModelListener {

    private final LearnedFrom learnedFrom;

    ModelListener(LearnedFrom learnedFrom) {
        this.learnedFrom = learnedFrom;
    }

    @EventListener
    void on(ModelTrained trained) {
        learnedFrom.keep(trained);
    }

    @EventListener
    void on(ModelPromoted promoted) {
        learnedFrom.keepChampion(promoted.project(), promoted.model(), promoted.version());
        if (promoted.replaced() != null) {
            learnedFrom.keepChampion(promoted.project(), promoted.model(), promoted.replaced());
        }
    }

    @EventListener
    void on(ModelRolledBack rolledBack) {
        learnedFrom.keepChampion(rolledBack.project(), rolledBack.model(), rolledBack.version());
        learnedFrom.keepChampion(rolledBack.project(), rolledBack.model(), rolledBack.fromVersion());
    }
}
