package io.aifactory.contracts.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.messaging.DependencyUnavailable;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.tracing.EventTraces;
import io.aifactory.contracts.messaging.work.WakeUp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InboxDispatcherTests {

    private static final Retry RETRY =
            new Retry(3, 5, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1));

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final Inbox inbox = new Inbox(database);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanoTime = new AtomicLong();
    private final List<String> handled = new ArrayList<>();
    private Consumer<String> listener = handled::add;

    @Test
    void isDeadAfterTheLastAttempt() {
        var dispatcher = startedProcess();
        inbox.store(message("a"));
        listener = body -> {
            throw new IllegalStateException("never");
        };

        work(dispatcher, 3);

        assertThat(rowOf("a")).isEqualTo("DEAD after 3");
    }

    @Test
    void whatBecomesOfAttemptsIsCounted() {
        var dispatcher = startedProcess();
        inbox.store(message("a"));
        listener = body -> {
            throw new IllegalStateException("never");
        };

        work(dispatcher, 3);

        assertThat(meters.counter("factory.messages.dead", "type", "foreign").count())
                .isOne();
        assertThat(meters.counter("factory.messages.retries", "type", "foreign").count())
                .isEqualTo(2);
        assertThat(meters.timer("factory.messages.handling", "type", "foreign").count())
                .isEqualTo(3);
    }

    @Test
    void duringAnOutageOnlyOneIsTriedInEachPause() {
        var dispatcher = startedProcess();
        for (int number = 0; number < 20; number++) {
            inbox.store(message("m" + number));
        }
        listener = body -> {
            handled.add(body);
            throw new DependencyUnavailable("storage is away", new IOException("reset"));
        };

        work(dispatcher, 100);

        assertThat(handled).as("one with others, then eight alone").hasSize(9);
    }

    @Test
    void whatFailsAmongOthersUndoesNoneOfThemForLong() {
        var dispatcher = startedProcess();
        listener = body -> {
            if (body.equals("bad")) {
                throw new IllegalStateException("never");
            }
            handled.add(body);
        };
        List.of("a", "b", "bad", "c", "d").forEach(id -> inbox.store(message(id)));

        work(dispatcher, 20);

        assertThat(rowOf("bad")).isEqualTo("DEAD after 3");
        assertThat(List.of("a", "b", "c", "d"))
                .allSatisfy(id -> assertThat(rowOf(id)).isEqualTo("DONE after 1"));
    }

    @Test
    void whatTakesTimeKeepsNobodyElseWaiting() throws InterruptedException {
        var dispatcher = startedProcess();
        var slowBegan = new CountDownLatch(1);
        var othersAreDone = new CountDownLatch(1);
        var slowSawThem = new AtomicBoolean();
        listener = body -> {
            if (body.equals("slow")) {
                slowBegan.countDown();
                slowSawThem.set(awaited(othersAreDone));
            }
        };
        for (int number = 0; number < 10; number++) {
            inbox.store(message("fast" + number));
        }
        work(dispatcher, 10);
        inbox.store(message("slow"));
        var slow = CompletableFuture.runAsync(dispatcher::workOnce);
        slowBegan.await();
        inbox.store(message("other"));

        work(dispatcher, 1);
        othersAreDone.countDown();
        slow.join();

        assertThat(slowSawThem).isTrue();
        assertThat(rowOf("other")).isEqualTo("DONE after 1");
    }

    @Test
    void whatWasHandledKeepsItsIdAndNotItsContent() {
        inbox.store(message("a"));

        work(startedProcess(), 2);

        assertThat(database.sql("SELECT length(content) FROM inbox WHERE entry_id = 'a'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(inbox.store(message("a"))).isFalse();
    }

    @Test
    void anErrorCountsLikeAnException() {
        var dispatcher = startedProcess();
        inbox.store(message("a"));
        listener = body -> {
            throw new StackOverflowError("too deep");
        };

        work(dispatcher, 3);

        assertThat(rowOf("a")).isEqualTo("DEAD after 3");
    }

    @Test
    void anOutageHoweverLongIsNoAttempt() {
        var dispatcher = startedProcess();
        inbox.store(message("a"));
        listener = body -> {
            throw new DependencyUnavailable("storage is away", new IOException("reset"));
        };
        for (int attempt = 0; attempt < 50; attempt++) {
            becomesDue();
            work(dispatcher, 1);
        }
        assertThat(rowOf("a")).isEqualTo("WAITING after 0");

        listener = handled::add;
        becomesDue();
        work(dispatcher, 1);

        assertThat(handled).containsExactly("a");
        assertThat(rowOf("a")).isEqualTo("DONE after 1");
    }

    @Test
    void whatEndsTheProcessEachTimeIsDeadToo() {
        inbox.store(message("deadly"));
        listener = body -> InboxDispatcherTests.<RuntimeException>endProcess();

        for (int life = 1; life <= RETRY.attempts(); life++) {
            var dispatcher = startedProcess();
            work(dispatcher, 1);
            assertThatThrownBy(dispatcher::workOnce).isInstanceOf(UndeclaredThrowableException.class);
        }
        work(startedProcess(), 2);

        assertThat(rowOf("deadly"))
                .as("three that ended the process, and the one refused")
                .isEqualTo("DEAD after 4");
    }

    @Test
    void whatWasLeftOverIsHandledAndCountedOnce() {
        inbox.store(message("a"));

        work(startedProcess(), 2);

        assertThat(handled).containsExactly("a");
        assertThat(rowOf("a")).isEqualTo("DONE after 1");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void work(InboxDispatcher dispatcher, int times) {
        for (int time = 0; time < times; time++) {
            dispatcher.workOnce();
        }
    }

    private void becomesDue() {
        nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        database.sql("UPDATE inbox SET next_attempt_at = now()").update();
    }

    private String rowOf(String id) {
        return database.sql("SELECT status || ' after ' || attempts FROM inbox WHERE entry_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private InboxDispatcher startedProcess() {
        ApplicationEventPublisher listeners =
                message -> listener.accept(new String(((QueueMessage) message).body(), UTF_8));
        var leftovers = new Leftovers(inbox);
        leftovers.isToBeCountedFirst(new StoredEntry(Long.MAX_VALUE, 0, message("none")));
        var traces = new EventTraces(Tracer.NOOP, database);
        var metrics = new MessageMetrics(meters, Clock.systemUTC());
        var pace = new Pace(nanoTime::get);
        return new InboxDispatcher(
                inbox,
                transaction,
                new Handling(listeners, traces, metrics, pace),
                RETRY,
                new Brake(nanoTime::get),
                pace,
                new WakeUp(),
                leftovers,
                metrics,
                RandomGenerator.getDefault());
    }

    private static InboxEntry message(String id) {
        return InboxEntry.of(new QueueMessage("a-queue", id, "text/plain", id.getBytes(UTF_8)), Optional.empty());
    }

    /** What nobody catches ends the attempt as the end of the process does: nothing after it is run, the transaction is lost. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void endProcess() throws E {
        throw (E) new Exception("the process ends");
    }
}
