package io.aifactory.local.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.bus.QueueSender;
import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Orders on their way through provisioning. */
public final class Orders {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Set<String> ENDED = Set.of("COMPLETED", "REJECTED", "FAILED");

    private final FactoryHome home;
    private final FactoryApi api;

    public Orders(FactoryHome home, FactoryApi api) {
        this.home = home;
        this.api = api;
    }

    /** Sends a ticket as the service desk does. */
    public void send(Ticket ticket) {
        var state = new StateFile(home)
                .readSupervised()
                .orElseThrow(() -> Refusal.unreachable("The factory is not up. Start it with ./factory up"));
        var bus = new BusAddress(home, state.ports().getOrDefault(Ports.BUS, 0));
        try (var sender = new QueueSender(bus, "itsm-tickets")) {
            sender.send(
                    ticket.messageId(), "application/json", ticket.document().toString());
        }
    }

    /** Orders over HTTP. */
    JsonNode submit(JsonNode order) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return api.post(ServiceName.PROVISIONING, ResourcePath.of("orders"), order, headers);
    }

    /** Returns the order of the given ticket once it is completed, rejected or failed. */
    public JsonNode awaitTicket(Ticket ticket, Consumer<String> progress) {
        return await(() -> ofTicket(ticket), "the answer to ticket " + ticket.number(), progress);
    }

    /** Returns the given order once it is completed, rejected or failed. */
    JsonNode awaitOrder(String orderId, Consumer<String> progress) {
        return await(
                () -> api.find(ServiceName.PROVISIONING, ResourcePath.of("orders", orderId)),
                "order " + orderId,
                progress);
    }

    private Optional<JsonNode> ofTicket(Ticket ticket) {
        return api.find(ServiceName.PROVISIONING, ResourcePath.of("orders").with("ticket", ticket.number()))
                .map(answer -> answer.isArray() ? answer.path(0) : answer)
                .filter(order -> order.has("status"));
    }

    private static JsonNode await(Supplier<Optional<JsonNode>> order, String awaited, Consumer<String> progress) {
        var told = new AtomicReference<>("");
        return Waiting.atMost(LIMIT).until(awaited, () -> {
            var found = order.get();
            found.map(Orders::describe)
                    .filter(news -> !news.equals(told.getAndSet(news)))
                    .ifPresent(progress);
            return found.filter(document -> ENDED.contains(Fields.text(document, "status")));
        });
    }

    private static String describe(JsonNode order) {
        var environments = new StringBuilder();
        Fields.items(order.path("environments")).forEach(environment -> environments
                .append("  ")
                .append(Fields.text(environment, "environment"))
                .append(": ")
                .append(Fields.lower(environment, "state")));
        return Fields.lower(order, "status") + environments;
    }
}
