package io.aifactory.bench.history;

import io.aifactory.bench.history.ServiceHistory.Effect;
import io.aifactory.bench.history.ServiceHistory.Received;
import io.aifactory.bench.history.ServiceHistory.Sent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What all services and the bus say happened, with the ways to look things up in it. */
public final class History {

    private final Expected expected;
    private final List<ServiceHistory> services;
    private final List<SubscriptionContents> bus;
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, Map<String, Received>> inboxes = new HashMap<>();
    private final Map<String, Map<String, Integer>> effects = new HashMap<>();

    public History(Expected expected, List<ServiceHistory> services, List<SubscriptionContents> bus) {
        this.expected = expected;
        this.services = List.copyOf(services);
        this.bus = List.copyOf(bus);
        this.services.forEach(this::index);
    }

    private void index(ServiceHistory history) {
        String service = history.service();
        history.outbox().forEach(sent -> origins.put(sent.eventId(), new Origin(service, sent)));
        var inbox = inboxes.computeIfAbsent(service, name -> new HashMap<>());
        history.inbox().forEach(received -> inbox.put(received.eventId(), received));
        var handled = effects.computeIfAbsent(service, name -> new HashMap<>());
        history.effects().stream()
                .map(Effect::eventId)
                .flatMap(Stream::ofNullable)
                .forEach(id -> handled.merge(id, 1, Integer::sum));
    }

    Expected expected() {
        return expected;
    }

    List<ServiceHistory> services() {
        return services;
    }

    ServiceHistory service(String name) {
        return services.stream()
                .filter(history -> history.service().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no history of " + name));
    }

    List<SubscriptionContents> bus() {
        return bus;
    }

    /** Returns who sent the given event, as its outbox says. */
    Optional<Origin> origin(String eventId) {
        return Optional.ofNullable(origins.get(eventId));
    }

    Optional<Received> received(String service, String eventId) {
        return Optional.ofNullable(inboxes.getOrDefault(service, Map.of()).get(eventId));
    }

    /** Returns how often the given service did what the given event asks for. */
    int effectsOf(String service, String eventId) {
        return effects.getOrDefault(service, Map.of()).getOrDefault(eventId, 0);
    }

    /** Returns every event that was sent. */
    Stream<Origin> sent() {
        return services.stream()
                .flatMap(history -> history.outbox().stream().map(sent -> new Origin(history.service(), sent)));
    }

    /** Returns the services that have to handle events of the given type. */
    Stream<String> takersOf(String type) {
        return services.stream().map(ServiceHistory::service).filter(service -> expected.takes(service, type));
    }

    /** Who sent an event. */
    record Origin(String service, Sent sent) {}
}
