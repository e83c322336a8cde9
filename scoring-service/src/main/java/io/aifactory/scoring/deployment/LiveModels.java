package io.aifactory.scoring.deployment;

import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models that answer here and now. An exchange is one step: before it the old one answers, after it the new one. */
@Component
public class LiveModels {

    private final ConcurrentMap<ScoringEndpoint, LiveModel> models = new ConcurrentHashMap<>();

    /** Returns the model that answers on the endpoint; whoever asked closes it when done. Empty if there is none. */
    public Optional<LiveModel> use(ScoringEndpoint endpoint) {
        var model = models.get(endpoint);
        while (model != null && !model.hold()) {
            // it was replaced and freed since we looked, so another one is there by now
            model = models.get(endpoint);
        }
        return Optional.ofNullable(model);
    }

    /** Lets a model answer on the endpoint, unless one that was promoted later does already. */
    void exchange(ScoringEndpoint endpoint, LiveModel newcomer) {
        var loser = new LiveModel[1];
        models.compute(endpoint, (key, current) -> {
            boolean late = current != null && current.promotedAt().isAfter(newcomer.promotedAt());
            loser[0] = late ? newcomer : current;
            return late ? current : newcomer;
        });
        close(loser[0]);
    }

    /** Ends what answers on an endpoint. */
    void remove(ScoringEndpoint endpoint) {
        close(models.remove(endpoint));
    }

    /** Returns whether the deployment, or one that was promoted later, answers. */
    boolean isUpTo(Deployment deployment) {
        var model = models.get(deployment.endpoint());
        return model != null && !model.promotedAt().isBefore(deployment.promotedAt());
    }

    boolean has(ScoringEndpoint endpoint, LiveModel model) {
        return models.get(endpoint) == model;
    }

    Set<ScoringEndpoint> endpoints() {
        return Set.copyOf(models.keySet());
    }

    private static void close(@Nullable LiveModel model) {
        if (model != null) {
            model.close();
        }
    }
}
