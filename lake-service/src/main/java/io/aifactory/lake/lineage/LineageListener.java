package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ScoringCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps from what models were trained, and with what rows were scored. */
@Component
class LineageListener {

    private final LineageStore lineage;

    LineageListener(LineageStore lineage) {
        this.lineage = lineage;
    }

    @EventListener
    void on(ModelTrained trained) {
        lineage.add(trained);
    }

    @EventListener
    void on(ScoringCompleted completed) {
        lineage.add(completed);
    }
}
