package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One environment of a project. What may follow what is the {@linkplain ProvisioningState state's} to say. */
public final class ProjectEnvironment {

    private static final int FIRST = 1;

    private final ProjectId project;
    private final EnvironmentTier tier;
    private final int revision;
    private ProvisioningState state;
    private @Nullable String failure;
    private @Nullable Instant provisionedAt;

    ProjectEnvironment(
            ProjectId project,
            EnvironmentTier tier,
            int revision,
            ProvisioningState state,
            @Nullable String failure,
            @Nullable Instant provisionedAt) {
        this.project = project;
        this.tier = tier;
        this.revision = revision;
        this.state = state;
        this.failure = failure;
        this.provisionedAt = provisionedAt;
    }

    static ProjectEnvironment accepted(ProjectId project, EnvironmentTier tier) {
        return new ProjectEnvironment(project, tier, FIRST, ProvisioningState.ACCEPTED, null, null);
    }

    /** Notes that it is being made; again if it was interrupted. */
    void begin() {
        if (state != ProvisioningState.PROVISIONING) {
            become(ProvisioningState.PROVISIONING);
        }
    }

    /** Notes that it is there. */
    void succeed(Instant at) {
        become(ProvisioningState.SUCCEEDED);
        provisionedAt = at;
    }

    /** Notes that it could not be made. */
    void fail(String reason) {
        become(ProvisioningState.FAILED);
        failure = reason;
    }

    private void become(ProvisioningState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(
                    "%s of %s is %s and cannot become %s".formatted(tier, project, state, next));
        }
        state = next;
    }

    public ProjectId project() {
        return project;
    }

    public EnvironmentTier tier() {
        return tier;
    }

    /** Returns how often it was provisioned, from 1. */
    public int revision() {
        return revision;
    }

    public ProvisioningState state() {
        return state;
    }

    /** Returns why it could not be made; absent unless it has failed. */
    public @Nullable String failure() {
        return failure;
    }

    /** Returns since when it is there; absent until then. */
    public @Nullable Instant provisionedAt() {
        return provisionedAt;
    }
}
