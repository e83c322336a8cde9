package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.ProjectId;
import java.util.List;

/**
 * Every environment of a project is there or has failed. Told within the service, in the transaction that ended the last.
 *
 * @param project the project
 * @param failures why environments could not be made; empty if all are there
 */
public record ProvisioningEnded(ProjectId project, List<String> failures) {

    public ProvisioningEnded {
        failures = List.copyOf(failures);
    }
}
