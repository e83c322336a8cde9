package io.aifactory.provisioning.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.provisioning.environment.ProjectEnvironments;
import io.aifactory.provisioning.form.Form;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders from people, and shows an order to those it concerns. */
@RestController
@RequestMapping("/orders")
class OrderController {

    private final OrderForms forms;
    private final ProjectOrdering ordering;
    private final ProjectOrders orders;
    private final ProjectEnvironments environments;

    OrderController(
            OrderForms forms, ProjectOrdering ordering, ProjectOrders orders, ProjectEnvironments environments) {
        this.forms = forms;
        this.ordering = ordering;
        this.orders = orders;
        this.environments = environments;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderView> order(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody String body) {
        OrderTerms terms = forms.read(Form.parse(body.getBytes(UTF_8)), caller.person());
        ProjectOrder order = place(OrderSource.of(caller.person(), key, body), terms);
        return ResponseEntity.accepted()
                .location(URI.create("/orders/" + order.id()))
                .body(view(order));
    }

    private ProjectOrder place(OrderSource source, OrderTerms terms) {
        ProjectOrder order = ordering.place(source, terms);
        if (!order.submission().fingerprint().equals(source.fingerprint())) {
            throw new IdempotencyKeyReused(order.id());
        }
        if (order.status() == OrderStatus.REJECTED) {
            throw new InvalidOrder(order.reasons());
        }
        return order;
    }

    @GetMapping("/{orderId}")
    OrderView order(Caller caller, @PathVariable ProjectOrderId orderId) {
        return orders.find(orderId)
                .filter(order -> concerns(caller, order))
                .map(this::view)
                .orElseThrow(() -> new OrderNotFound(orderId.toString()));
    }

    @GetMapping
    OrderView orderOfTicket(Caller caller, @RequestParam String ticket) {
        return Optional.of(ticket)
                .filter(number -> number.chars().noneMatch(Character::isISOControl))
                .flatMap(orders::findByTicket)
                .filter(order -> concerns(caller, order))
                .map(this::view)
                .orElseThrow(() -> new OrderNotFound("of ticket " + ticket));
    }

    private static boolean concerns(Caller caller, ProjectOrder order) {
        ProjectId project = order.project();
        return caller.coreTeam()
                || order.owner().equalsIgnoreCase(caller.person())
                || order.submission().orderedBy().equalsIgnoreCase(caller.person())
                || (project != null && caller.sees(project));
    }

    private OrderView view(ProjectOrder order) {
        return OrderView.of(order, environments);
    }
}
