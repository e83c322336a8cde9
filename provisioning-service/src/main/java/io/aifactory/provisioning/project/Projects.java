package io.aifactory.provisioning.project;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TicketReference;
import io.aifactory.provisioning.environment.Inventory;
import io.aifactory.provisioning.environment.ProjectEnvironment;
import io.aifactory.provisioning.environment.ProjectEnvironments;
import io.aifactory.provisioning.environment.ProvisioningState;
import io.aifactory.provisioning.member.Members;
import io.aifactory.provisioning.order.OrderStatus;
import io.aifactory.provisioning.order.ProjectOrder;
import io.aifactory.provisioning.order.ProjectOrders;
import io.aifactory.provisioning.project.Project.MadeEnvironment;
import io.aifactory.provisioning.settings.ConfiguredModels;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts projects together from their order, environments, members and models. */
@Component
class Projects {

    private final ProjectOrders orders;
    private final ProjectEnvironments environments;
    private final Inventory inventory;
    private final Members members;
    private final ConfiguredModels models;

    Projects(
            ProjectOrders orders,
            ProjectEnvironments environments,
            Inventory inventory,
            Members members,
            ConfiguredModels models) {
        this.orders = orders;
        this.environments = environments;
        this.inventory = inventory;
        this.members = members;
        this.models = models;
    }

    @Transactional(readOnly = true)
    List<Project> all(Predicate<ProjectId> visible) {
        return orders.withProject().stream()
                .filter(order -> visible.test(projectOf(order)))
                .map(this::project)
                .toList();
    }

    @Transactional(readOnly = true)
    Optional<Project> find(ProjectId project) {
        return orders.findByProject(project).map(this::project);
    }

    private Project project(ProjectOrder order) {
        ProjectId project = projectOf(order);
        TicketReference ticket = order.ticket();
        List<ProjectEnvironment> made = environments.of(project);
        return new Project(
                project,
                order.displayName(),
                order.owner(),
                order.costCenter(),
                stateOf(order.status()),
                order.id().toString(),
                ticket == null ? null : ticket.number(),
                order.environments().stream()
                        .map(tier -> environment(tier, made))
                        .toList(),
                members.of(project),
                models.of(project),
                order.orderedAt());
    }

    private static ProjectId projectOf(ProjectOrder order) {
        return Objects.requireNonNull(order.project(), "project");
    }

    private MadeEnvironment environment(EnvironmentTier tier, List<ProjectEnvironment> made) {
        return made.stream()
                .filter(environment -> environment.tier() == tier)
                .map(this::environment)
                .findFirst()
                .orElse(new MadeEnvironment(tier, ProvisioningState.ACCEPTED, null, List.of(), null));
    }

    private MadeEnvironment environment(ProjectEnvironment environment) {
        return new MadeEnvironment(
                environment.tier(),
                environment.state(),
                environment.failure(),
                inventory.of(environment.project(), environment.tier()),
                environment.provisionedAt());
    }

    private static ProvisioningState stateOf(OrderStatus status) {
        return switch (status) {
            case SUBMITTED, ACCEPTED -> ProvisioningState.ACCEPTED;
            case IN_PROGRESS -> ProvisioningState.PROVISIONING;
            case COMPLETED -> ProvisioningState.SUCCEEDED;
            case REJECTED, FAILED -> ProvisioningState.FAILED;
        };
    }
}
