package io.aifactory.local.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders a project. */
@Command(
        name = "order",
        description = "Order a project: with a ticket, with an order in a file, or with options.",
        footer = {
            "",
            "A file with a ticket of the service desk (ServiceNow: number, variables ...) goes the ticket's way, over the",
            "queue itsm-tickets. Any other file is sent to the service as it is.",
            "",
            "Examples:",
            "  ./factory order ticket.json",
            "  ./factory order --name 'Diabetes' --cost-center 4711 --member anna@contoso.com=lead \\",
            "      --member bo@contoso.com=approver --model 11_diabetes_model_reg --label progression --key person_id \\",
            "      --dataset ds01_measurements --dataset ds02_serum"
        })
public final class Order implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A ticket or an order, as JSON.")
    private @Nullable Path file;

    @ArgGroup(exclusive = false, heading = "Instead of a file:%n")
    private @Nullable OrderOptions options;

    @Option(names = "--no-wait", description = "Do not wait until the project is there.")
    private boolean noWait;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var orders = new Orders(FactoryHome.current(), FactoryApi.as(signIn));
        var document = document();
        if (Ticket.looksLike(document)) {
            return show(byTicket(orders, Ticket.of(document)));
        }
        var order = orders.submit(document);
        return show(noWait ? order : orders.awaitOrder(Fields.text(order, "orderId"), this::tell));
    }

    private JsonNode byTicket(Orders orders, Ticket ticket) {
        orders.send(ticket);
        output.progress("Ticket %s is on its way.".formatted(ticket.number()));
        return noWait ? ticket.document() : orders.awaitTicket(ticket, this::tell);
    }

    private JsonNode document() {
        if ((file == null) == (options == null)) {
            throw Refusal.usage("Order with either a file or options. Help: ./factory order --help");
        }
        return file == null ? options.document() : read(file);
    }

    static JsonNode read(Path file) {
        try {
            var document = Json.MAPPER.readTree(Files.readString(file));
            if (!document.isObject()) {
                throw Refusal.of("%s is no JSON object.".formatted(file));
            }
            return document;
        } catch (JsonProcessingException e) {
            throw Refusal.of("%s is no JSON: %s".formatted(file, e.getOriginalMessage()));
        } catch (IOException e) {
            throw Refusal.of("%s can not be read.".formatted(file));
        }
    }

    private void tell(String news) {
        output.progress("  " + news);
    }

    private int show(JsonNode order) {
        var status = Fields.text(order, "status");
        if (status.equals("REJECTED") || status.equals("FAILED")) {
            var reasons = new ArrayList<String>();
            Fields.items(order.path("reasons")).forEach(reason -> reasons.add(reason.asText()));
            throw Refusal.of("The order was %s.".formatted(Fields.lower(order, "status")), reasons);
        }
        output.answer(
                order,
                List.of("Order %s: %s %s"
                        .formatted(
                                Fields.text(order, "orderId"),
                                Fields.lower(order, "status"),
                                Fields.text(order, "project"))
                        .strip()));
        return ExitCode.DONE.code();
    }
}
