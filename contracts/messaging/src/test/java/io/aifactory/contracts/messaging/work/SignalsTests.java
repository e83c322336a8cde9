package io.aifactory.contracts.messaging.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.contracts.messaging.LaptopDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignalsTests {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final WakeUp inbox = new WakeUp();
    private final WakeUp outbox = new WakeUp();
    private final Signals signals = new Signals(dataSource, Map.of(Signals.INBOX, inbox, Signals.OUTBOX, outbox));

    @AfterEach
    void stop() {
        signals.stop();
    }

    @Test
    void aNoticeOfAnotherConnectionWakesItsChannelAndNoOther() {
        listening();
        var inboxWoken = rest(inbox);
        var outboxWoken = rest(outbox);

        database.sql("NOTIFY " + Signals.INBOX).update();

        await().atMost(PATIENCE).until(inboxWoken::isDone);
        assertThat(outboxWoken).isNotDone();
        outbox.call();
    }

    @Test
    void raisingWakesTheOtherReplicas() {
        listening();
        var woken = rest(inbox);
        var other = new Signals(dataSource, Map.of());
        other.start();
        try {
            other.raise(Signals.INBOX);

            await().atMost(PATIENCE).until(woken::isDone);
        } finally {
            other.stop();
        }
    }

    @Test
    void listensAgainAfterItsConnectionWasCut() {
        listening();
        int cut = listeners().get(0);

        database.sql("SELECT pg_terminate_backend(?)").param(cut).query().singleRow();

        await().atMost(PATIENCE).until(() -> listeners().stream().anyMatch(listener -> listener != cut));
        awaitFirstCalls();
        var woken = rest(inbox);
        database.sql("NOTIFY " + Signals.INBOX).update();
        await().atMost(PATIENCE).until(woken::isDone);
    }

    private void listening() {
        signals.start();
        await().atMost(PATIENCE).until(() -> !listeners().isEmpty());
        awaitFirstCalls();
    }

    /** Whoever begins to listen wakes everybody once: something may have been announced before. */
    private void awaitFirstCalls() {
        rest(inbox).join();
        rest(outbox).join();
    }

    private List<Integer> listeners() {
        return database.sql("""
                        SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'
                        """).query(Integer.class).list();
    }

    private static CompletableFuture<Void> rest(WakeUp wakeUp) {
        return CompletableFuture.runAsync(() -> {
            try {
                wakeUp.await(LONG);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }
}
