package io.aifactory.provisioning.environment.local;

import io.aifactory.provisioning.environment.EnvironmentProvisioner;
import io.aifactory.provisioning.environment.ProvisioningStep;
import java.util.List;

/**
 * Makes environments of folders and files: the project's part of the lake, its groups and its vault.
 *
 * @param steps the steps in their order
 */
record LocalEnvironments(List<ProvisioningStep> steps) implements EnvironmentProvisioner {

    LocalEnvironments {
        steps = List.copyOf(steps);
    }
}
