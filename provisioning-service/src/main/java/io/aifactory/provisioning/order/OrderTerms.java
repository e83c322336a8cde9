package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.Member;
import io.aifactory.provisioning.settings.ModelOrder;
import java.util.List;

/**
 * What is ordered; only {@link OrderForms} makes it, and only from what is valid.
 *
 * @param displayName the project's name for people
 * @param owner who answers for the project
 * @param costCenter who pays
 * @param environments the environments to make, in their order
 * @param members who belongs to the project; the owner is among them
 * @param models what the project learns
 */
public record OrderTerms(
        String displayName,
        String owner,
        String costCenter,
        List<EnvironmentTier> environments,
        List<Member> members,
        List<ModelOrder> models) {

    public OrderTerms {
        environments = List.copyOf(environments);
        members = List.copyOf(members);
        models = List.copyOf(models);
    }
}
