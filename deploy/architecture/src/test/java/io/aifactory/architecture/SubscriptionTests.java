package io.aifactory.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.aifactory.contracts.events.EventCatalog;
import io.aifactory.contracts.events.FactoryEvent;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service's subscription lets through exactly the events its listeners handle. */
class SubscriptionTests {

    private static final JavaClasses CODE = FactoryCode.all();
    private static final Pattern QUOTED = Pattern.compile("'(io\\.aifactory\\.[^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"provisioning", "lake", "training", "promotion", "scoring"})
    void aSubscriptionLetsThroughWhatItsServiceHandles(String service) throws IOException {
        assertThat(filtered(service + "-service"))
                .as("the filter of subscription %s-service in deploy/Config.json", service)
                .isEqualTo(listened(service));
    }

    private static Set<String> listened(String service) {
        return CODE.stream()
                .filter(type -> type.getPackageName().startsWith("io.aifactory." + service))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith("org.springframework.context.event.EventListener"))
                .flatMap(method -> method.getRawParameterTypes().stream())
                .filter(parameter -> parameter.isAssignableTo(FactoryEvent.class))
                .map(parameter -> EventCatalog.typeOf(parameter.reflect().asSubclass(FactoryEvent.class)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> filtered(String subscription) throws IOException {
        JsonNode config = new ObjectMapper()
                .readTree(FactoryCode.root().resolve("deploy/Config.json").toFile());
        return StreamSupport.stream(config.findValue("Subscriptions").spliterator(), false)
                .filter(candidate -> candidate.get("Name").asText().equals(subscription))
                .map(candidate -> candidate.findValue("SqlExpression").asText())
                .flatMap(expression -> QUOTED.matcher(expression).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
