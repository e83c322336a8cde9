package io.aifactory.contracts.messaging.metrics;

import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is counted and timed of messages, by event type; {@code foreign} is the type of what other systems send. */
public final class MessageMetrics {

    private static final String TYPE = "type";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    /** @param registry where the figures go */
    public MessageMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Counts a message the bus has accepted. */
    public void sent(String type) {
        count("factory.messages.out", type);
    }

    /** Counts a message that was new to the inbox. */
    public void received(String type) {
        count("factory.messages.in", type);
    }

    /** Counts a failed attempt that is followed by another. */
    public void retried(String type) {
        count("factory.messages.retries", type);
    }

    /** Counts an entry that is given up. */
    public void died(String type) {
        count("factory.messages.dead", type);
    }

    /** Counts a dead letter that waits for its turn again. */
    public void resubmitted(String type) {
        count("factory.dead.letters.resubmitted", type);
    }

    /** Counts a dead letter that is put out of sight. */
    public void discarded(String type) {
        count("factory.dead.letters.discarded", type);
    }

    /** Times an attempt, whether it works or not. */
    public void timeHandling(String type, Runnable attempt) {
        timer("factory.messages.handling", type).record(attempt);
    }

    /** Times an event from its publication to the end of its handling. */
    public void handled(CloudEvent event) {
        OffsetDateTime published = event.getTime();
        if (published != null) {
            Duration age = Duration.between(published.toInstant(), clock.instant());
            timer("factory.messages.end.to.end", event.getType()).record(age.isNegative() ? Duration.ZERO : age);
        }
    }

    private Timer timer(String name, String type) {
        return timers.computeIfAbsent(new Key(name, type), key -> registry.timer(name, TYPE, type));
    }

    private void count(String name, String type) {
        counters.computeIfAbsent(new Key(name, type), key -> registry.counter(name, TYPE, type))
                .increment();
    }

    /** What a meter is known by here; the registry takes longer to find it. */
    private record Key(String name, String type) {}
}
