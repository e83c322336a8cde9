package io.aifactory.provisioning.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.messaging.Outbox;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms for models and what becomes of them, as the service has them. */
public final class ModelFormsFixture {

    private ModelFormsFixture() {}

    public static ModelForms withEnterpriseDefaults() {
        return new ModelForms(new EnterpriseDefaults());
    }

    public static ConfiguredModels configuredModels(JdbcClient database, Outbox outbox) {
        return new ConfiguredModels(new ModelConfigurations(database, new ObjectMapper()), outbox, Clock.systemUTC());
    }
}
