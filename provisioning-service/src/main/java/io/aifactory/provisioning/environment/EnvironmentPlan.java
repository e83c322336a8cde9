package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.ProjectId;
import java.util.List;

/**
 * What is to be made.
 *
 * @param project the project
 * @param environment the environment
 * @param displayName the project's name for people
 * @param costCenter who pays
 * @param members who is to have access
 */
public record EnvironmentPlan(
        ProjectId project, EnvironmentTier environment, String displayName, String costCenter, List<Member> members) {

    public EnvironmentPlan {
        members = List.copyOf(members);
    }
}
