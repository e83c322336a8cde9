package io.aifactory.lake.layout;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ProjectDecommissioned;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.reconciliation.Reconciliations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lays a project's lake out anew when something about the project has changed. */
@Component
class LayoutListener {

    private final ProjectEnvironments environments;
    private final ProjectRoles roles;
    private final Reconciliations reconciliations;

    LayoutListener(ProjectEnvironments environments, ProjectRoles roles, Reconciliations reconciliations) {
        this.environments = environments;
        this.roles = roles;
        this.reconciliations = reconciliations;
    }

    @EventListener
    void on(EnvironmentProvisioned provisioned) {
        environments.add(provisioned);
        layOut(provisioned.project());
    }

    @EventListener
    void on(MembersChanged changed) {
        roles.keep(changed);
        layOut(changed.project());
    }

    @EventListener
    void on(ProjectDecommissioned decommissioned) {
        roles.close(decommissioned.project());
        layOut(decommissioned.project());
    }

    @EventListener
    void on(ModelConfigured configured) {
        layOut(configured.project());
    }

    private void layOut(ProjectId project) {
        reconciliations.request(Layout.KIND, project.value());
    }
}
