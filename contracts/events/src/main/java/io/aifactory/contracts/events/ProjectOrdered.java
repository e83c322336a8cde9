package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid order has been taken and its project has a number.
 *
 * @param project the project
 * @param orderId the order
 * @param displayName the project's name for people
 * @param owner who ordered it and answers for it
 * @param costCenter who pays
 * @param environments the environments to provision
 * @param ticket the ticket, if the order came with one
 * @param orderedAt when
 */
@EventType("io.aifactory.project.ordered.v1")
public record ProjectOrdered(
        ProjectId project,
        String orderId,
        String displayName,
        String owner,
        String costCenter,
        List<EnvironmentTier> environments,
        @Nullable TicketReference ticket,
        Instant orderedAt)
        implements FactoryEvent {

    public ProjectOrdered {
        environments = List.copyOf(environments);
    }

    @Override
    public String subject() {
        return project.value();
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subject();
    }
}
