package io.aifactory.scoring.deployment;

import io.aifactory.contracts.events.DeploymentFailed;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.scoring.endpoint.Endpoints;
import io.aifactory.scoring.scored.ScoredShapes;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a promoted version to its endpoint. The version before answers until the new one is warm. */
@Component
class Deploying {

    private final Deployments deployments;
    private final ModelLoader loader;
    private final LiveModels live;
    private final Endpoints endpoints;
    private final ScoredShapes shapes;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deploying(
            Deployments deployments,
            ModelLoader loader,
            LiveModels live,
            Endpoints endpoints,
            ScoredShapes shapes,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.deployments = deployments;
        this.loader = loader;
        this.live = live;
        this.endpoints = endpoints;
        this.shapes = shapes;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Deploys, or says why not; what has been decided before stays as it is. */
    void deploy(String deploymentId) {
        var deployment = deployments.get(deploymentId);
        if (deployment.state() != DeploymentState.CREATING) {
            return;
        }
        try (var model = loader.load(deployment)) {
            transaction.executeWithoutResult(status -> exchange(deployment, model));
        } catch (ModelRefused e) {
            transaction.executeWithoutResult(status -> fail(deployment, FailureReason.of(e)));
        }
    }

    private void exchange(Deployment deployment, LiveModel model) {
        endpoints.lock(deployment.endpoint());
        var current = deployments.readyOf(deployment.endpoint());
        if (current.isPresent() && current.get().promotedAt().isAfter(deployment.promotedAt())) {
            fail(
                    deployment,
                    "version %d was promoted later and answers already"
                            .formatted(current.get().version()));
            return;
        }
        var now = clock.instant();
        deployments.ready(deployment, now);
        endpoints.answersWith(deployment.endpoint(), deployment.version(), now);
        shapes.add(deployment.endpoint(), deployment.version(), model.shape());
        outbox.publish(new ModelDeployed(
                deployment.endpoint().project(),
                deployment.endpoint().model(),
                deployment.version(),
                deployment.endpoint().environment(),
                deployment.promotionId(),
                deployment.endpoint().path(),
                now));
        // last, so that nothing but the commit itself can fail once it answers; then the job runs again
        live.exchange(deployment.endpoint(), model);
    }

    private void fail(Deployment deployment, String reason) {
        deployments.fail(deployment, reason);
        outbox.publish(new DeploymentFailed(
                deployment.endpoint().project(),
                deployment.endpoint().model(),
                deployment.version(),
                deployment.endpoint().environment(),
                deployment.promotionId(),
                reason,
                clock.instant()));
    }
}
