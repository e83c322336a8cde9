package io.aifactory.contracts.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Gives every service the same bindings, database and job settings; whatever a service sets itself comes first. */
final class MessagingDefaults implements EnvironmentPostProcessor {

    private static final String RESOURCE = "io/aifactory/contracts/messaging/defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean hasQueue = environment.containsProperty("factory.messaging.queue");
        Map<String, Object> inputs = Map.of(
                "spring.cloud.stream.input-bindings", hasQueue ? "factoryEvents;queueMessages" : "factoryEvents");
        environment.getPropertySources().addLast(new MapPropertySource("messaging inputs", inputs));
        environment.getPropertySources().addLast(defaults());
    }

    private static ResourcePropertySource defaults() {
        try {
            return new ResourcePropertySource("messaging defaults", new ClassPathResource(RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is not on the class path", e);
        }
    }
}
