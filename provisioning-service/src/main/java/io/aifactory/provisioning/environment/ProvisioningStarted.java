package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.ProjectId;

/**
 * The environments of a project are being made. Told within the service, in the transaction that started them.
 *
 * @param project the project
 */
public record ProvisioningStarted(ProjectId project) {}
