package io.aifactory.training.model;

import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelRolledBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps which versions are champions. */
@Component
class ChampionListener {

    private final Champions champions;

    ChampionListener(Champions champions) {
        this.champions = champions;
    }

    @EventListener
    void on(ModelPromoted event) {
        champions.keep(event.project(), event.model(), event.environment(), event.version(), event.promotedAt());
    }

    @EventListener
    void on(ModelRolledBack event) {
        champions.keep(event.project(), event.model(), event.environment(), event.version(), event.rolledBackAt());
    }
}
