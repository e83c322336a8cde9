package io.aifactory.scoring.endpoint;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.util.Optional;

/**
 * A stable scoring address: one model of one project in one environment. It outlives every version deployed to it.
 *
 * @param project the project
 * @param environment the environment
 * @param model the model
 */
public record ScoringEndpoint(ProjectId project, EnvironmentTier environment, ModelName model) {

    /** What every scoring address begins with. */
    public static final String ROOT = "/score";

    private static final int PARTS = 4;

    /** Returns the address below the service's own: {@code /score/dev/project001/11_diabetes_model_reg}. */
    public String path() {
        return "%s/%s/%s/%s".formatted(ROOT, environment, project, model);
    }

    /** Returns the endpoint of an address without its {@link #ROOT}, if it is one. */
    public static Optional<ScoringEndpoint> ofPath(String belowRoot) {
        String[] parts = belowRoot.split("/", -1);
        if (parts.length != PARTS || !parts[0].isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ScoringEndpoint(
                    new ProjectId(parts[2]), EnvironmentTier.of(parts[1]), new ModelName(parts[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%s/%s/%s".formatted(project, environment, model);
    }
}
