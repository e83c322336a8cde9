package io.aifactory.bench.workload;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.contracts.messaging.Unprocessable;
import java.util.Optional;

/**
 * An event that one role can never handle. It travels in the first event of a step.
 *
 * @param service the role that can't
 * @param kind how it fails
 */
public record Poison(String service, Kind kind) {

    /** How a role fails. */
    public enum Kind {
        /** It says at once that no attempt will help. */
        UNPROCESSABLE,
        /** It fails again and again. */
        FAILING
    }

    private static final String TYPE = "poison";

    ProvisionedResource asResource() {
        return new ProvisionedResource(TYPE, service, kind.name());
    }

    static Optional<Poison> in(EnvironmentProvisioned event) {
        return event.resources().stream()
                .filter(resource -> resource.type().equals(TYPE))
                .map(resource -> new Poison(resource.name(), Kind.valueOf(resource.id())))
                .findFirst();
    }

    /** Fails, when the given role is the one that can't. */
    void act(String role) {
        if (!role.equals(service)) {
            return;
        }
        throw switch (kind) {
            case UNPROCESSABLE -> new Unprocessable("poison for " + role);
            case FAILING -> new IllegalStateException("poison for " + role);
        };
    }
}
