package io.aifactory.provisioning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentProvisioningFailed;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectOrdered;
import io.aifactory.contracts.events.ProjectProvisioned;
import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.provisioning.ServiceDatabase;
import io.aifactory.provisioning.member.MembersFixture;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

class EnvironmentProvisioningTests {

    private static final ProjectId PROJECT = ProjectId.of(1);
    private static final EnvironmentJob DEV = new EnvironmentJob("project001", "dev");
    private static final EnvironmentJob TEST = new EnvironmentJob("project001", "test");

    private final ServiceDatabase database = ServiceDatabase.fresh();
    private final List<FactoryEvent> published = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final RecordedStep first = new RecordedStep("first");
    private final RecordedStep second = new RecordedStep("second");
    private final ProjectEnvironments environments = new ProjectEnvironments(database.client());
    private final ProjectPlans plans =
            new ProjectPlans(database.client(), MembersFixture.members(database.client(), published::add));
    private final Inventory inventory = new Inventory(database.client());
    private final EnvironmentProvisioning provisioning = provisioning(database.transaction());

    @BeforeEach
    void orderAProject() {
        plans.add(new ProjectOrdered(
                PROJECT,
                "o",
                "Diabetes",
                "anna@contoso.com",
                "4711",
                List.of(EnvironmentTier.DEV, EnvironmentTier.TEST),
                null,
                Instant.EPOCH));
        environments.add(ProjectEnvironment.accepted(PROJECT, EnvironmentTier.DEV));
        environments.add(ProjectEnvironment.accepted(PROJECT, EnvironmentTier.TEST));
    }

    @Test
    void makesAnEnvironmentOnceHoweverOftenItsJobRuns() {
        provisioning.provision(DEV);

        provisioning.provision(DEV);

        assertThat(first.taken).containsExactly(EnvironmentTier.DEV);
        assertThat(published).hasSize(1).first().isInstanceOf(EnvironmentProvisioned.class);
    }

    @Test
    void leavesAnEnvironmentThatAnotherRunOfItsJobHasEndedAsItIs() {
        var late = provisioning(new Interrupted(database.transaction(), () -> provisioning.provision(DEV)));

        late.provision(DEV);

        assertThat(environments.get(PROJECT, EnvironmentTier.DEV).state()).isEqualTo(ProvisioningState.SUCCEEDED);
        assertThat(published).hasSize(1);
    }

    @Test
    void goesOnWithTheStepThatWasInterrupted() {
        second.interruptions = 1;
        assertThatThrownBy(() -> provisioning.provision(DEV)).hasMessage("killed");

        provisioning.provision(DEV);

        assertThat(first.taken).hasSize(1);
        assertThat(second.taken).hasSize(2);
        assertThat(published).singleElement().satisfies(event -> assertThat(
                        ((EnvironmentProvisioned) event).resources())
                .containsExactly(
                        new ProvisionedResource("folder", "first", "dev/first"),
                        new ProvisionedResource("folder", "second", "dev/second")));
    }

    @Test
    void endsTheProjectWithItsLastEnvironment() {
        provisioning.provision(TEST);
        assertThat(told).isEmpty();

        provisioning.provision(DEV);

        assertThat(published.get(2))
                .isInstanceOfSatisfying(ProjectProvisioned.class, event -> assertThat(event.environments())
                        .containsExactly(EnvironmentTier.DEV, EnvironmentTier.TEST));
        assertThat(told).containsExactly(new ProvisioningEnded(PROJECT, List.of()));
    }

    @Test
    void tellsWhyAnEnvironmentIsGivenUpAndSparesTheOther() {
        giveUp(new ProvisioningRefused("no quota left"));

        provisioning.provision(TEST);

        assertThat(published)
                .extracting(Object::getClass)
                .containsExactly(EnvironmentProvisioningFailed.class, EnvironmentProvisioned.class);
        assertThat(told).containsExactly(new ProvisioningEnded(PROJECT, List.of("second of dev: no quota left")));
    }

    @Test
    void keepsWhatWentWrongInsideToItself() {
        giveUp(new IllegalStateException("password=secret"));

        assertThat(published.toString()).doesNotContain("secret");
    }

    private EnvironmentProvisioning provisioning(TransactionTemplate transaction) {
        return new EnvironmentProvisioning(
                () -> List.of(first, second),
                plans,
                environments,
                inventory,
                new EnvironmentEnd(plans, environments, inventory, published::add, told::add, Clock.systemUTC()),
                transaction,
                Clock.systemUTC());
    }

    private void giveUp(RuntimeException cause) {
        second.refusal = cause;
        StepFailed failed = catchThrowableOfType(StepFailed.class, () -> provisioning.provision(DEV));
        second.refusal = null;
        provisioning.giveUp(DEV, failed);
        provisioning.giveUp(DEV, failed);
    }

    /** Something else happens just before the first transaction. */
    private static final class Interrupted extends TransactionTemplate {

        private static final long serialVersionUID = 1L;

        private transient Runnable meanwhile;

        private Interrupted(TransactionTemplate real, Runnable meanwhile) {
            super(real.getTransactionManager());
            this.meanwhile = meanwhile;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            var first = meanwhile;
            meanwhile = () -> {};
            first.run();
            return super.execute(action);
        }
    }

    private static final class RecordedStep implements ProvisioningStep {

        private final String name;
        private final List<EnvironmentTier> taken = new ArrayList<>();
        private int interruptions;
        private RuntimeException refusal;

        private RecordedStep(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<ProvisionedResource> take(EnvironmentPlan plan) {
            taken.add(plan.environment());
            if (interruptions-- > 0) {
                throw new Killed();
            }
            if (refusal != null) {
                throw refusal;
            }
            return List.of(new ProvisionedResource("folder", name, plan.environment() + "/" + name));
        }
    }

    /** Nothing catches it: as near to kill -9 as a test within one process comes. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        private Killed() {
            super("killed");
        }
    }
}
