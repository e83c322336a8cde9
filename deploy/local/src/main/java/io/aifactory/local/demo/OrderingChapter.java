package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import io.aifactory.local.ordering.Orders;
import io.aifactory.local.ordering.Ticket;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Anna's ticket becomes a project in three environments. */
final class OrderingChapter {

    private final Stage stage;

    OrderingChapter(Stage stage) {
        this.stage = stage;
    }

    /** Returns the project. */
    String play() {
        stage.narrator().chapter("Anna orders a project with a ticket");
        var ticket = newTicket();
        var orders = new Orders(stage.home(), stage.as(Stage.CARL));
        stage.insist("the bus to take the ticket", () -> {
            orders.send(ticket);
            return ticket;
        });
        stage.narrator().say("ticket %s is on the queue itsm-tickets", ticket.number());
        var order = orders.awaitTicket(ticket, news -> stage.narrator().say("%s", news));
        return completed(order, ticket);
    }

    private String completed(JsonNode order, Ticket ticket) {
        if (!Fields.text(order, "status").equals("COMPLETED")) {
            throw Refusal.of("The order was not completed: " + order);
        }
        var project = Fields.text(order, "project");
        stage.narrator().say("ticket %s is answered: %s is ready", ticket.number(), project);
        return project;
    }

    /** A ticket of its own for every performance, so that a second one makes a second project. */
    private Ticket newTicket() {
        var id = UUID.randomUUID().toString().replace("-", "");
        try {
            var ticket = (ObjectNode) Json.MAPPER.readTree(
                    new Samples(stage.home()).file("ticket.json").toFile());
            ticket.put("sys_id", id);
            ticket.put("number", "RITM%07d".formatted(Math.floorMod(id.hashCode(), 10_000_000)));
            return Ticket.of(ticket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
