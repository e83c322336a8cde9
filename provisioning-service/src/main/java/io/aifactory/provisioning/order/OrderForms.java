package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.provisioning.form.Form;
import io.aifactory.provisioning.member.MemberForms;
import io.aifactory.provisioning.member.PersonName;
import io.aifactory.provisioning.settings.ModelForms;
import io.aifactory.provisioning.settings.ModelOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads orders, wherever they come from, and refuses a bad one with every reason at once. */
@Component
public class OrderForms {

    private static final List<String> KEYS =
            List.of("displayName", "owner", "costCenter", "environments", "members", "models");
    private static final int LONGEST_NAME = 100;

    private final ModelForms models;

    OrderForms(ModelForms models) {
        this.models = models;
    }

    /**
     * Returns what the form orders.
     *
     * @param form the order
     * @param orderedBy who answers for the project if the form names no owner; empty if that is not known
     * @throws InvalidOrder with every reason, if there is any
     */
    public OrderTerms read(Form form, String orderedBy) {
        form.knowing(KEYS);
        String displayName = form.requiredText("displayName", LONGEST_NAME);
        String costCenter = form.requiredText("costCenter", LONGEST_NAME);
        String owner = readOwner(form, orderedBy);
        List<EnvironmentTier> environments = readEnvironments(form);
        List<Member> members = withOwner(owner, MemberForms.read(form));
        List<ModelOrder> ordered = models.read(form);
        requireApprover(form, owner, members, environments, ordered);
        if (!form.reasons().isEmpty()) {
            throw new InvalidOrder(form.reasons());
        }
        return new OrderTerms(displayName, owner, costCenter, environments, members, ordered);
    }

    private static String readOwner(Form form, String orderedBy) {
        if (form.has("owner")) {
            return Objects.requireNonNullElse(form.parsed("owner", PersonName::of), "");
        }
        try {
            return PersonName.of(orderedBy);
        } catch (InvalidName nobody) {
            form.refuse("owner", "is missing");
            return "";
        }
    }

    private static List<EnvironmentTier> readEnvironments(Form form) {
        int before = form.reasons().size();
        List<EnvironmentTier> environments = form.parsedList("environments", EnvironmentTier::of);
        if (form.reasons().size() == before) {
            checkEnvironments(form, environments);
        }
        return environments.stream().distinct().sorted().toList();
    }

    private static void checkEnvironments(Form form, List<EnvironmentTier> environments) {
        if (environments.isEmpty()) {
            form.refuse("environments", "is empty; choose from dev, test, prod");
            return;
        }
        if (environments.stream().distinct().count() < environments.size()) {
            form.refuse("environments", "names an environment twice");
        }
        if (!environments.contains(EnvironmentTier.DEV)) {
            form.refuse("environments", "lacks dev, where models are trained");
        }
        if (environments.contains(EnvironmentTier.PROD) && !environments.contains(EnvironmentTier.TEST)) {
            form.refuse("environments", "has prod without test; a model goes from dev to test to prod");
        }
    }

    private static List<Member> withOwner(String owner, List<Member> members) {
        var all = new ArrayList<>(members);
        var lead = new Member(owner, ProjectRole.LEAD);
        if (!owner.isEmpty() && !all.contains(lead)) {
            all.add(0, lead);
        }
        return all;
    }

    private static void requireApprover(
            Form form,
            String owner,
            List<Member> members,
            List<EnvironmentTier> environments,
            List<ModelOrder> models) {
        boolean needed = models.stream().anyMatch(model -> model.needsApprovalIn(environments));
        boolean there = members.stream()
                .anyMatch(member -> member.role() == ProjectRole.APPROVER
                        && !member.person().equals(owner));
        if (needed && !there) {
            form.refuse("members", "has no approver other than the owner, but models need a person's approval");
        }
    }
}
