package io.aifactory.provisioning.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.provisioning.environment.ProvisioningState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project as people look at it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Project(
        ProjectId project,
        String displayName,
        String owner,
        String costCenter,
        ProvisioningState state,
        String orderId,
        @Nullable String ticket,
        List<MadeEnvironment> environments,
        List<Member> members,
        List<ModelName> models,
        Instant orderedAt) {

    /** An environment of a project, with what was made for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MadeEnvironment(
            EnvironmentTier environment,
            ProvisioningState state,
            @Nullable String failure,
            List<ProvisionedResource> resources,
            @Nullable Instant provisionedAt) {}
}
