package io.aifactory.bench.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which event types each service takes, as the bus's {@code Config.json} says. */
public final class Subscriptions {

    private static final Pattern TYPE = Pattern.compile("'(io\\.aifactory\\.[^']+)'");

    private Subscriptions() {}

    /** Returns the types by service. */
    public static Map<String, Set<String>> in(Path config) {
        try {
            JsonNode subscriptions = Json.MAPPER.readTree(config.toFile()).findValue("Subscriptions");
            return StreamSupport.stream(subscriptions.spliterator(), false)
                    .filter(subscription -> nameOf(subscription).endsWith("-service"))
                    .collect(Collectors.toMap(Subscriptions::nameOf, Subscriptions::typesOf));
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + config, e);
        }
    }

    private static String nameOf(JsonNode subscription) {
        return subscription.path("Name").asText();
    }

    private static Set<String> typesOf(JsonNode subscription) {
        return TYPE.matcher(subscription.path("Rules").toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
