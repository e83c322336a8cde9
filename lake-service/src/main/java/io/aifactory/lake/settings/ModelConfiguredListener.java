package io.aifactory.lake.settings;

import io.aifactory.contracts.events.ModelConfigured;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what is said about models. */
@Component("settingsModelConfiguredListener")
class ModelConfiguredListener {

    private final ConfiguredModels models;

    ModelConfiguredListener(ConfiguredModels models) {
        this.models = models;
    }

    @EventListener
    void on(ModelConfigured configured) {
        models.keep(configured);
    }
}
