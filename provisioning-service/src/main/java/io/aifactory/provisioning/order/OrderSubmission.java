package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.TicketReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of an order when it came in. Of one that was rejected only what could be read is there.
 *
 * @param displayName the project's name for people
 * @param owner who answers for the project
 * @param costCenter who pays
 * @param environments the environments to make
 * @param orderedBy who sent the order
 * @param fingerprint tells whether the same order was sent again
 * @param ticket the ticket it came with
 * @param submittedAt when
 */
record OrderSubmission(
        String displayName,
        String owner,
        String costCenter,
        List<EnvironmentTier> environments,
        String orderedBy,
        String fingerprint,
        @Nullable TicketReference ticket,
        Instant submittedAt) {

    OrderSubmission {
        environments = List.copyOf(environments);
    }

    static OrderSubmission of(OrderTerms terms, OrderSource source, Instant at) {
        return new OrderSubmission(
                terms.displayName(),
                terms.owner(),
                terms.costCenter(),
                terms.environments(),
                source.orderedBy(),
                source.fingerprint(),
                source.ticket(),
                at);
    }

    static OrderSubmission unreadable(OrderSource source, Instant at) {
        return new OrderSubmission(
                "", source.orderedBy(), "", List.of(), source.orderedBy(), source.fingerprint(), source.ticket(), at);
    }
}
