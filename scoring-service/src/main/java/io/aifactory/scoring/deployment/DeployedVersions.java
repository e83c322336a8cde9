package io.aifactory.scoring.deployment;

import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The versions that answer or have answered on an endpoint, for who scores with a version of their choice. */
@Component
public class DeployedVersions {

    /** Stands for whichever version answers now. */
    public static final int LEADING = 0;

    private final Deployments deployments;
    private final ModelLoader loader;
    private final LiveModels live;

    DeployedVersions(Deployments deployments, ModelLoader loader, LiveModels live) {
        this.deployments = deployments;
        this.loader = loader;
        this.live = live;
    }

    /** Returns the version to score with, if it was ever deployed to the endpoint. */
    public Optional<Integer> find(ScoringEndpoint endpoint, int asked) {
        var deployment = asked == LEADING ? deployments.readyOf(endpoint) : deployments.ofVersion(endpoint, asked);
        return deployment.map(Deployment::version);
    }

    /**
     * Returns a version that {@link #find} has found; whoever asked closes it when done.
     *
     * @throws ModelRefused if its artifact can't be used any more
     * @throws LakeUnavailable if the lake can't be read just now
     */
    public LiveModel use(ScoringEndpoint endpoint, int version) {
        var current = live.use(endpoint).orElse(null);
        if (current != null && current.version() == version) {
            return current;
        }
        if (current != null) {
            current.close();
        }
        return loader.load(deployments
                .ofVersion(endpoint, version)
                .orElseThrow(
                        () -> new ModelRefused("version %d was never deployed to %s".formatted(version, endpoint))));
    }
}
