package io.aifactory.contracts.messaging.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aifactory.contracts.messaging.LaptopDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BacklogTests {

    private final JdbcClient database = JdbcClient.create(LaptopDatabase.freshWithMessagingTables());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanoTime = new AtomicLong();

    @Test
    void nothingWaitsAtFirst() {
        new Backlog(database, nanoTime::get).bindTo(meters);

        assertThat(value("factory.outbox.oldest.age")).isZero();
        assertThat(value("factory.inbox.oldest.age")).isZero();
        assertThat(value("factory.dead.letters")).isZero();
    }

    @Test
    void tellsHowLongTheOldestUnsentEventHasWaited() {
        unsent(3, 60);
        unsent(5, 90);
        new Backlog(database, nanoTime::get).bindTo(meters);

        assertThat(value("factory.outbox.oldest.age")).isCloseTo(90, within(20.0));
    }

    @Test
    void tellsHowLongTheOldestMessageHasWaitedWhetherItWasTriedOrNot() {
        waiting("a", "'-infinity'", 300);
        waiting("b", "now() + interval '1 hour'", 600);
        new Backlog(database, nanoTime::get).bindTo(meters);

        assertThat(value("factory.inbox.oldest.age")).isCloseTo(600, within(20.0));

        database.sql("DELETE FROM inbox WHERE entry_id = 'b'").update();
        nanoTime.addAndGet(2_000_000_000);

        assertThat(value("factory.inbox.oldest.age")).isCloseTo(300, within(20.0));
    }

    @Test
    void countsTheDead() {
        waiting("a", "now()", 1);
        database.sql("UPDATE inbox SET status = 'DEAD', head = false").update();
        new Backlog(database, nanoTime::get).bindTo(meters);

        assertThat(value("factory.dead.letters")).isOne();
    }

    @Test
    void isNoNumberWhileTheDatabaseIsAway() {
        var away = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere"));
        new Backlog(away, nanoTime::get).bindTo(meters);

        assertThat(value("factory.dead.letters")).isNaN();
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }

    private void unsent(int lane, int seconds) {
        database.sql("""
                        INSERT INTO outbox (event_id, type, partition_key, lane, content, created_at)
                        VALUES (gen_random_uuid(), 'test', 'project001', ?, '{}', now() - ? * interval '1 s')
                        """).params(lane, seconds).update();
    }

    private void waiting(String id, String nextAttempt, int seconds) {
        database.sql("""
                        INSERT INTO inbox (entry_id, channel, type, partition_key, content, head, received_at, next_attempt_at)
                        VALUES (?, 'factory-events', 'test', ?, '{}', true, now() - ? * interval '1 s', %s)
                        """.formatted(nextAttempt)).params(id, id, seconds).update();
    }
}
