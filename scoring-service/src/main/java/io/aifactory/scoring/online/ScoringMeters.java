package io.aifactory.scoring.online;

import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures requests: how many, how long, how answered; and rows. Who has no key is counted without a name. */
@Component
class ScoringMeters {

    private final MeterRegistry registry;
    private final ConcurrentMap<Outcome, Timer> timers = new ConcurrentHashMap<>();
    private final ConcurrentMap<ScoringEndpoint, Counter> rows = new ConcurrentHashMap<>();

    ScoringMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void request(@Nullable ScoringEndpoint endpoint, int status, long nanos) {
        timers.computeIfAbsent(new Outcome(endpoint, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    void rows(ScoringEndpoint endpoint, int count) {
        rows.computeIfAbsent(endpoint, key -> registry.counter("factory.scoring.rows", tags(key)))
                .increment(count);
    }

    private Timer timer(Outcome outcome) {
        return Timer.builder("factory.scoring.requests")
                .description("Online scoring requests, from first byte read to answer written")
                .tags(tags(outcome.endpoint()).and("status", String.valueOf(outcome.status())))
                .register(registry);
    }

    private static Tags tags(@Nullable ScoringEndpoint endpoint) {
        return endpoint == null
                ? Tags.of("project", "none", "environment", "none", "model", "none")
                : Tags.of(
                        "project", endpoint.project().value(),
                        "environment", endpoint.environment().label(),
                        "model", endpoint.model().value());
    }

    private record Outcome(@Nullable ScoringEndpoint endpoint, int status) {}
}
