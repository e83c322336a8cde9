package io.aifactory.promotion.settings;

import io.aifactory.contracts.events.ModelConfigured;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class ModelConfiguredListener {

    private final ConfiguredModels models;

    ModelConfiguredListener(ConfiguredModels models) {
        this.models = models;
    }

    @EventListener
    void on(ModelConfigured configured) {
        models.save(new ConfiguredModel(
                configured.project(),
                configured.model(),
                configured.revision(),
                configured.settings().mlType(),
                configured.settings().promotion()));
    }
}
