package io.aifactory.provisioning.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.ProvisionedResource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every way of making environments has to do. */
public abstract class EnvironmentProvisionerContract {

    /** Returns the provisioner under test; each time the same, with nothing made yet. */
    protected abstract EnvironmentProvisioner provisioner();

    /** Returns every secret there is, in the clear. */
    protected abstract List<String> secrets();

    /** Returns whether the resource is really there. */
    protected abstract boolean exists(ProvisionedResource resource);

    /** Returns the sign-in names of who is in the project's group for the role. */
    protected abstract List<String> peopleIn(ProjectId project, ProjectRole role);

    @Test
    void namesItsSteps() {
        List<String> names =
                provisioner().steps().stream().map(ProvisioningStep::name).toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void makesWhatItSaysItMade() {
        List<ProvisionedResource> made = make(plan(1, EnvironmentTier.DEV));

        assertThat(made).isNotEmpty().doesNotHaveDuplicates().allMatch(this::exists);
        assertThat(made.stream().map(resource -> resource.type() + "/" + resource.name()))
                .doesNotHaveDuplicates();
    }

    @Test
    void changesNothingWhenTakenAgain() {
        List<ProvisionedResource> first = make(plan(1, EnvironmentTier.DEV));
        List<String> secrets = secrets();

        List<ProvisionedResource> second = make(plan(1, EnvironmentTier.DEV));

        assertThat(second).isEqualTo(first);
        assertThat(secrets()).isEqualTo(secrets);
    }

    @Test
    void goesOnAfterEveryInterruption() {
        List<ProvisioningStep> steps = provisioner().steps();
        EnvironmentPlan plan = plan(1, EnvironmentTier.DEV);

        IntStream.rangeClosed(0, steps.size())
                .forEach(taken -> steps.subList(0, taken).forEach(step -> step.take(plan)));

        assertThat(make(plan)).allMatch(this::exists);
    }

    @Test
    void tellsNoSecret() {
        String told = make(plan(1, EnvironmentTier.DEV)).toString();

        assertThat(secrets()).isNotEmpty().noneMatch(told::contains);
    }

    @Test
    void hasASecretOfItsOwnForEveryProjectAndEnvironment() {
        make(plan(1, EnvironmentTier.DEV));
        make(plan(1, EnvironmentTier.PROD));
        make(plan(2, EnvironmentTier.DEV));

        assertThat(secrets()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }

    @Test
    void givesPeopleTheirRoles() {
        make(plan(1, EnvironmentTier.DEV));

        assertThat(peopleIn(ProjectId.of(1), ProjectRole.LEAD)).containsExactly("anna@contoso.com");
        assertThat(peopleIn(ProjectId.of(1), ProjectRole.APPROVER)).containsExactly("bo@contoso.com");
        assertThat(peopleIn(ProjectId.of(1), ProjectRole.MEMBER)).isEmpty();
    }

    @Test
    void makesEnvironmentsAtTheSameTime() {
        List<ProvisionedResource> made = Stream.of(EnvironmentTier.values())
                .parallel()
                .flatMap(tier -> make(plan(1, tier)).stream())
                .toList();

        assertThat(made).allMatch(this::exists);
    }

    private List<ProvisionedResource> make(EnvironmentPlan plan) {
        return provisioner().steps().stream()
                .flatMap(step -> step.take(plan).stream())
                .toList();
    }

    private static EnvironmentPlan plan(int project, EnvironmentTier tier) {
        return new EnvironmentPlan(
                ProjectId.of(project),
                tier,
                "Diabetes progression",
                "4711",
                List.of(
                        new Member("anna@contoso.com", ProjectRole.LEAD),
                        new Member("bo@contoso.com", ProjectRole.APPROVER)));
    }
}
