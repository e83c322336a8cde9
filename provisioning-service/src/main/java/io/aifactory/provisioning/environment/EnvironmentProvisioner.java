package io.aifactory.provisioning.environment;

import java.util.List;

/** Makes environments, in steps that can be taken again. */
public interface EnvironmentProvisioner {

    /** Returns the steps in their order. Each has a name of its own. */
    List<ProvisioningStep> steps();
}
