package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.ProvisionedResource;
import java.util.List;

/**
 * One step on the way to an environment.
 *
 * <p>A step finds out by itself what is there already and makes only what is missing: taken twice, or after having been
 * interrupted anywhere, it leaves the same behind and returns the same. Steps for different environments and projects
 * are taken at the same time.
 */
public interface ProvisioningStep {

    /** Returns the step's name, such as {@code vault}; it never changes. */
    String name();

    /**
     * Makes what is missing, and returns all that the step stands for. Nothing returned is a secret.
     *
     * @throws ProvisioningRefused if it cannot work, however often it is tried
     * @throws RuntimeException any other: it may work when tried again
     */
    List<ProvisionedResource> take(EnvironmentPlan plan);
}
