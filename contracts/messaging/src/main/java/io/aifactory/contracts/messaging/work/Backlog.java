package io.aifactory.contracts.messaging.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the oldest message has waited to be sent and to be handled, and how many are dead. Asked when the figures are
 * read, with one query that costs the same however much waits; no number while the database is away.
 */
final class Backlog implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final long FRESH_NANOS = 1_000_000_000;
    private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);
    private static final String QUERY = """
            SELECT coalesce(extract(epoch FROM now() - unsent.oldest), 0) AS outbox_age,
                   coalesce(extract(epoch FROM now() - least(untried.oldest, tried.oldest)), 0) AS inbox_age,
                   dead.count AS dead
            FROM (SELECT min(first.created_at) AS oldest
                  FROM outbox_lane CROSS JOIN LATERAL (
                      SELECT created_at FROM outbox
                      WHERE outbox.lane = outbox_lane.lane AND sent_at IS NULL ORDER BY id LIMIT 1) first) unsent,
                 (SELECT min(received_at) AS oldest
                  FROM (SELECT received_at FROM inbox
                        WHERE status = 'WAITING' AND head AND next_attempt_at = '-infinity'
                        ORDER BY next_attempt_at DESC, seq LIMIT 1) first) untried,
                 (SELECT min(received_at) AS oldest FROM inbox
                  WHERE status = 'WAITING' AND head AND next_attempt_at > '-infinity') tried,
                 (SELECT count(*) AS count FROM inbox WHERE status = 'DEAD') dead
            """;

    private final JdbcClient database;
    private final LongSupplier nanoTime;
    private @Nullable Figures latest;
    private long latestAt;

    Backlog(JdbcClient database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("factory.outbox.oldest.age", "seconds", "age of the oldest unsent event", Figures::outboxAge)
                .register(registry);
        gauge("factory.inbox.oldest.age", "seconds", "age of the oldest message that waits", Figures::inboxAge)
                .register(registry);
        gauge("factory.dead.letters", "messages", "messages nobody could handle", Figures::dead)
                .register(registry);
    }

    private Gauge.Builder<Backlog> gauge(
            String name, String unit, String description, ToDoubleFunction<Figures> figure) {
        return Gauge.builder(name, this, backlog -> figure.applyAsDouble(backlog.figures()))
                .baseUnit(unit)
                .description(description)
                .strongReference(true);
    }

    /** Asks once for all figures that are read together, so that an outage holds nobody up more than once. */
    private synchronized Figures figures() {
        Figures known = latest;
        if (known == null || nanoTime.getAsLong() - latestAt > FRESH_NANOS) {
            known = ask();
            latest = known;
            latestAt = nanoTime.getAsLong();
        }
        return known;
    }

    private Figures ask() {
        try {
            return database.sql(QUERY)
                    .query((row, number) ->
                            new Figures(row.getDouble("outbox_age"), row.getDouble("inbox_age"), row.getDouble("dead")))
                    .single();
        } catch (DataAccessException e) {
            LOG.debug("what waits is not known", e);
            return UNKNOWN;
        }
    }

    private record Figures(double outboxAge, double inboxAge, double dead) {}
}
