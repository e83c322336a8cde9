package io.aifactory.contracts.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.deadletter.DeadLetterFilter;
import io.aifactory.contracts.messaging.deadletter.DeadLetters;
import io.aifactory.contracts.messaging.deadletter.DeadLettersOf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ResubmissionOrderTests {

    private static final Failure NO_LUCK = Failure.of(new IllegalStateException("no luck"));
    private static final String PROJECT = "project001";

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final Inbox inbox = new Inbox(database);
    private final DeadLetters deadLetters = DeadLettersOf.database(dataSource);

    @Test
    void comesBeforeLaterOnesThatWait() {
        store("a", "b", "c");
        inbox.markDead(claim("a"), 1, NO_LUCK);

        resubmitAll();

        assertThat(handleAll()).containsExactly("a", "b", "c");
    }

    @Test
    void severalKeepTheirOrderAmongEachOther() {
        store("a", "b", "c", "d");
        inbox.markDead(claim("a"), 1, NO_LUCK);
        inbox.markDead(claim("b"), 1, NO_LUCK);
        inbox.markDone(claim("c"), 1);

        resubmitAll();

        assertThat(handleAll()).containsExactly("a", "b", "d");
    }

    @Test
    void waitsForTheOneThatIsBeingHandledAndComesNext() {
        store("a", "b", "c");
        inbox.markDead(claim("a"), 1, NO_LUCK);

        transaction.executeWithoutResult(status -> {
            var handled = claim("b");
            elsewhere(this::resubmitAll);
            assertThat(heads()).containsExactly("b");
            assertThat(CompletableFuture.supplyAsync(this::claimNext).join()).isEmpty();
            inbox.markDone(handled, 1);
        });

        assertThat(handleAll()).containsExactly("a", "c");
    }

    @Test
    void comesBeforeALaterOneThatFailsMeanwhileAndIsTriedAgain() {
        store("a", "b");
        inbox.markDead(claim("a"), 1, NO_LUCK);

        transaction.executeWithoutResult(status -> {
            var handled = claim("b");
            elsewhere(this::resubmitAll);
            inbox.retryAfter(handled, Duration.ZERO, 1, NO_LUCK);
        });

        assertThat(heads()).containsExactly("a");
        assertThat(handleAll()).containsExactly("a", "b");
    }

    @Test
    void comesBeforeALaterOneThatWaitsForItsNextAttempt() {
        store("a", "b");
        inbox.markDead(claim("a"), 1, NO_LUCK);
        inbox.retryAfter(claim("b"), Duration.ofHours(1), 1, NO_LUCK);

        resubmitAll();

        inbox.markDone(claim("a"), 1);
        assertThat(heads()).containsExactly("b");
    }

    @Test
    void isTriedAsOftenAsANewOne() {
        store("a");
        inbox.markDead(claim("a"), 1, NO_LUCK);

        resubmitAll();

        assertThat(claim("a").attempts()).isZero();
    }

    @Test
    void aPartitionHasOneHeadAndOneHandlerWhateverPeopleAndWorkersDo() {
        var stop = new AtomicBoolean();
        Set<String> inHand = ConcurrentHashMap.newKeySet();
        var threads = Executors.newFixedThreadPool(6);
        try {
            var workers = Stream.of(1, 2, 3)
                    .map(seed -> CompletableFuture.runAsync(() -> workUntil(stop, inHand, new Random(seed)), threads))
                    .toList();
            var people = Stream.of(1, 2)
                    .map(number -> CompletableFuture.runAsync(() -> resubmitUntil(stop), threads))
                    .toList();
            for (int round = 0; round < 150; round++) {
                inbox.store(entry("m" + round, "project00" + round % 4));
                assertThat(partitionsWithoutExactlyOneHead()).isEmpty();
            }
            stop.set(true);
            Stream.concat(workers.stream(), people.stream()).forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        resubmitAll();
        assertThat(partitionsWithoutExactlyOneHead()).isEmpty();
        handleAll();
        assertThat(database.sql("SELECT count(*) FROM inbox WHERE status = 'DONE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(150);
    }

    private void workUntil(AtomicBoolean stop, Set<String> inHand, Random random) {
        while (!stop.get()) {
            transaction.executeWithoutResult(status -> claimNext().ifPresent(entry -> {
                String partition = entry.entry().partitionKey();
                assertThat(inHand.add(partition)).isTrue();
                try {
                    end(entry, random.nextInt(4));
                } finally {
                    inHand.remove(partition);
                }
            }));
        }
    }

    private void end(StoredEntry entry, int how) {
        switch (how) {
            case 0 -> inbox.markDone(entry, 1);
            case 1 -> inbox.retryAfter(entry, Duration.ZERO, 1, NO_LUCK);
            default -> inbox.markDead(entry, 1, NO_LUCK);
        }
    }

    private void resubmitUntil(AtomicBoolean stop) {
        while (!stop.get()) {
            resubmitAll();
        }
    }

    private List<String> partitionsWithoutExactlyOneHead() {
        return database.sql("""
                        SELECT partition_key FROM inbox WHERE status = 'WAITING'
                        GROUP BY partition_key HAVING count(*) FILTER (WHERE head) <> 1
                        """).query(String.class).list();
    }

    private List<String> handleAll() {
        return Stream.generate(this::claimNext)
                .takeWhile(claimed -> claimed.isPresent())
                .map(claimed -> claimed.orElseThrow())
                .peek(entry -> inbox.markDone(entry, 1))
                .map(entry -> entry.entry().id())
                .toList();
    }

    private void resubmitAll() {
        deadLetters.resubmit(DeadLetterFilter.ALL, 0, "anna@contoso.com");
    }

    private List<String> heads() {
        return database.sql("SELECT entry_id FROM inbox WHERE head")
                .query(String.class)
                .list();
    }

    private Optional<StoredEntry> claimNext() {
        return inbox.claimNext(1).stream().findFirst();
    }

    private StoredEntry claim(String id) {
        var claimed = claimNext().orElseThrow();
        assertThat(claimed.entry().id()).isEqualTo(id);
        return claimed;
    }

    private void store(String... ids) {
        Stream.of(ids).forEach(id -> inbox.store(entry(id, PROJECT)));
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private static InboxEntry entry(String id, String project) {
        return new InboxEntry(id, "factory-events", "test", project, null, "{}".getBytes(UTF_8), null);
    }
}
