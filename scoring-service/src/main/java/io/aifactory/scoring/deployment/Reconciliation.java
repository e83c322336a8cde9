package io.aifactory.scoring.deployment;

import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the models in memory those that are ready by the database. Runs before the service says it is ready, so that a
 * restarted one answers as before, and then again and again for what another replica deployed. A model that can't be
 * loaded is reported and tried again; it keeps no other from answering.
 */
@Component
class Reconciliation implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Deployments deployments;
    private final ModelLoader loader;
    private final LiveModels live;
    private final Map<ScoringEndpoint, String> broken;

    Reconciliation(Deployments deployments, ModelLoader loader, LiveModels live, MeterRegistry meters) {
        this.broken = meters.gaugeMapSize("factory.deployment.broken", Tags.empty(), new ConcurrentHashMap<>());
        this.deployments = deployments;
        this.loader = loader;
        this.live = live;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        reconcile();
    }

    synchronized void reconcile() {
        var ready = deployments.ready();
        var surplus = new HashMap<>(live.snapshot());
        ready.forEach(deployment -> surplus.remove(deployment.endpoint()));
        surplus.forEach(this::removeIfRetired);
        ready.stream().filter(deployment -> !live.isUpTo(deployment)).forEach(this::load);
    }

    private void removeIfRetired(ScoringEndpoint endpoint, LiveModel model) {
        // a deployment answers a moment before its commit, so what is being made is asked for before what is ready
        if (!deployments.isBeingDeployed(endpoint)
                && deployments.readyOf(endpoint).isEmpty()) {
            live.remove(endpoint, model);
        }
    }

    private void load(Deployment deployment) {
        try (var model = loader.load(deployment)) {
            live.exchange(deployment.endpoint(), model);
            broken.remove(deployment.endpoint());
        } catch (RuntimeException e) {
            report(deployment, FailureReason.of(e));
        }
    }

    private void report(Deployment deployment, String reason) {
        if (!reason.equals(broken.put(deployment.endpoint(), reason))) {
            LOG.error("version {} can't answer on {}: {}", deployment.version(), deployment.endpoint(), reason);
        }
    }
}
