package io.aifactory.contracts.messaging.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.SampleEvents;
import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageMetricsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MessageMetrics metrics = new MessageMetrics(meters, Clock.fixed(NOON, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "factory.messages.in",
                "factory.messages.out",
                "factory.messages.retries",
                "factory.messages.dead",
                "factory.dead.letters.resubmitted",
                "factory.dead.letters.discarded"
            })
    void countsByType(String counter) {
        metrics.received("test");
        metrics.sent("test");
        metrics.retried("test");
        metrics.died("test");
        metrics.resubmitted("test");
        metrics.discarded("test");

        assertThat(meters.get(counter).tag("type", "test").counter().count()).isOne();
    }

    @Test
    void timesEveryAttempt() {
        metrics.timeHandling("test", () -> {});

        assertThat(meters.get("factory.messages.handling")
                        .tag("type", "test")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void timesAnEventFromEndToEnd() {
        metrics.handled(publishedAt(NOON.minusSeconds(3)));

        assertThat(totalTime()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void clocksThatDifferMakeNoNegativeTime() {
        metrics.handled(publishedAt(NOON.plusSeconds(3)));

        assertThat(totalTime()).isZero();
    }

    private Duration totalTime() {
        return Duration.ofNanos(
                (long) meters.get("factory.messages.end.to.end").timer().totalTime(TimeUnit.NANOSECONDS));
    }

    private static CloudEvent publishedAt(Instant time) {
        return Envelope.of(SampleEvents.provisioned(1, 1), "test-service", time, Optional.empty());
    }
}
