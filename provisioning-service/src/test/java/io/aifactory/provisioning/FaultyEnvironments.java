package io.aifactory.provisioning;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.provisioning.environment.EnvironmentPlan;
import io.aifactory.provisioning.environment.EnvironmentProvisioner;
import io.aifactory.provisioning.environment.ProvisioningRefused;
import io.aifactory.provisioning.environment.ProvisioningStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The real environments with one more step that fails for projects of certain names. */
@TestConfiguration(proxyBeanMethods = false)
class FaultyEnvironments {

    static final String REFUSED_IN_PROD = "Refused in prod";
    static final String FLAKY = "Flaky at first";

    @Bean
    @Primary
    EnvironmentProvisioner faultyEnvironments(@Qualifier("localEnvironments") EnvironmentProvisioner real) {
        List<ProvisioningStep> steps = new ArrayList<>(real.steps());
        steps.add(1, new Fault());
        return () -> steps;
    }

    private static final class Fault implements ProvisioningStep {

        private final AtomicInteger attempts = new AtomicInteger();

        @Override
        public String name() {
            return "quota";
        }

        @Override
        public List<ProvisionedResource> take(EnvironmentPlan plan) {
            if (plan.displayName().equals(REFUSED_IN_PROD) && plan.environment() == EnvironmentTier.PROD) {
                throw new ProvisioningRefused("the quota of cost center 4711 is used up");
            }
            if (plan.displayName().equals(FLAKY) && attempts.incrementAndGet() <= 2) {
                throw new IllegalStateException("the storage is away");
            }
            return List.of();
        }
    }
}
