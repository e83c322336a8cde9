package io.aifactory.bench.history;

import java.util.Map;
import java.util.Set;

/**
 * What a run put in, and who has to do with what.
 *
 * @param accepted the events of all stimuli that were answered with 202
 * @param poison the service that can't handle the event, by event id
 * @param unparsable the message ids of what no service can read
 * @param subscriptions the event types each service takes
 */
public record Expected(
        Set<String> accepted,
        Map<String, String> poison,
        Set<String> unparsable,
        Map<String, Set<String>> subscriptions) {

    public Expected {
        accepted = Set.copyOf(accepted);
        poison = Map.copyOf(poison);
        unparsable = Set.copyOf(unparsable);
        subscriptions = Map.copyOf(subscriptions);
    }

    boolean takes(String service, String type) {
        return subscriptions.getOrDefault(service, Set.of()).contains(type);
    }

    boolean isPoisonFor(String service, String eventId) {
        return service.equals(poison.get(eventId));
    }
}
