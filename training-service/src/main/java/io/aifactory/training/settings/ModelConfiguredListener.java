package io.aifactory.training.settings;

import io.aifactory.contracts.events.ModelConfigured;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what is announced about models. */
@Component
class ModelConfiguredListener {

    private final ConfiguredModels models;

    ModelConfiguredListener(ConfiguredModels models) {
        this.models = models;
    }

    @EventListener
    void on(ModelConfigured event) {
        models.keep(
                new ConfiguredModel(event.project(), event.model(), event.revision(), event.owner(), event.settings()));
    }
}
