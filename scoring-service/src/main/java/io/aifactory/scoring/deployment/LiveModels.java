package io.aifactory.scoring.deployment;

import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
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

    /**
     * Lets a model answer on the endpoint, unless one that was promoted later does already. It is held as long as it
     * answers; whoever loaded it still has to close it.
     */
    void exchange(ScoringEndpoint endpoint, LiveModel newcomer) {
        var replaced = new AtomicReference<@Nullable LiveModel>();
        models.compute(endpoint, (key, current) -> {
            boolean late = current != null && current.promotedAt().isAfter(newcomer.promotedAt());
            if (late || !newcomer.hold()) {
                return current;
            }
            replaced.set(current);
            return newcomer;
        });
        close(replaced.get());
    }

    /** Ends what answers on an endpoint, unless something else does by now. */
    void remove(ScoringEndpoint endpoint, LiveModel model) {
        if (models.remove(endpoint, model)) {
            model.close();
        }
    }

    /** Returns whether the deployment, or one that was promoted later, answers. */
    boolean isUpTo(Deployment deployment) {
        var model = models.get(deployment.endpoint());
        return model != null && !model.promotedAt().isBefore(deployment.promotedAt());
    }

    /** Returns what answers at this moment. */
    Map<ScoringEndpoint, LiveModel> snapshot() {
        return Map.copyOf(models);
    }

    private static void close(@Nullable LiveModel model) {
        if (model != null) {
            model.close();
        }
    }
}
