package io.aifactory.contracts.messaging.bus;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether the bus answered when it was asked last. A service without it is not ready; it is alive all the same. */
final class BusHealth implements HealthIndicator {

    private volatile Health health = Health.unknown()
            .withDetail("reason", "the bus has not been asked yet")
            .build();

    void answered() {
        health = Health.up().build();
    }

    void gaveNoAnswer(RuntimeException reason) {
        health = Health.down().withDetail("reason", reason.toString()).build();
    }

    @Override
    public Health health() {
        return health;
    }
}
