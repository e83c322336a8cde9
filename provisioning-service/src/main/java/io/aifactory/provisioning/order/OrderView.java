package io.aifactory.provisioning.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TicketReference;
import io.aifactory.provisioning.environment.ProjectEnvironment;
import io.aifactory.provisioning.environment.ProjectEnvironments;
import io.aifactory.provisioning.environment.ProvisioningState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as people look at it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
        String orderId,
        OrderStatus status,
        @Nullable ProjectId project,
        List<String> reasons,
        @Nullable String ticket,
        List<EnvironmentView> environments) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnvironmentView(
            EnvironmentTier environment,
            ProvisioningState state,
            @Nullable String failure) {}

    static OrderView of(ProjectOrder order, ProjectEnvironments environments) {
        ProjectId project = order.project();
        TicketReference ticket = order.ticket();
        return new OrderView(
                order.id().toString(),
                order.status(),
                project,
                order.reasons(),
                ticket == null ? null : ticket.number(),
                project == null ? List.of() : views(order, environments.of(project)));
    }

    private static List<EnvironmentView> views(ProjectOrder order, List<ProjectEnvironment> made) {
        return order.environments().stream()
                .map(tier -> made.stream()
                        .filter(environment -> environment.tier() == tier)
                        .map(environment -> new EnvironmentView(tier, environment.state(), environment.failure()))
                        .findFirst()
                        .orElse(new EnvironmentView(tier, ProvisioningState.ACCEPTED, null)))
                .toList();
    }
}
