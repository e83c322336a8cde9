package io.aifactory.contracts.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.LaptopDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InboxTests {

    private static final Failure NO_LUCK = Failure.of(new IllegalStateException("no luck"));

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final Inbox inbox = new Inbox(database);

    @Test
    void aRepeatedMessageIsStoredOnce() {
        assertThat(inbox.store(entry("a", "project001"))).isTrue();
        assertThat(inbox.store(entry("a", "project001"))).isFalse();
    }

    @Test
    void aProjectsEntriesComeOneAtATime() {
        inbox.store(entry("a", "project001"));
        inbox.store(entry("b", "project001"));

        var claimed = transaction.execute(status -> {
            var first = claimNext();
            var meanwhile = elsewhere(() -> claimNext());
            first.ifPresent(entry -> inbox.markDone(entry, 1));
            return new Object[] {id(first), id(meanwhile)};
        });

        assertThat(claimed).containsExactly("a", "none");
        assertThat(id(claimNext())).isEqualTo("b");
    }

    @Test
    void projectsDoNotWaitForEachOther() {
        inbox.store(entry("a", "project001"));
        inbox.store(entry("b", "project002"));

        var claimed = transaction.execute(status -> new Object[] {id(claimNext()), id(elsewhere(() -> claimNext()))});

        assertThat(claimed).containsExactly("a", "b");
    }

    @Test
    void aFailedEntryHoldsBackItsOwnProjectUntilItIsDue() {
        inbox.store(entry("a", "project001"));
        inbox.store(entry("b", "project001"));
        inbox.store(entry("c", "project002"));
        inbox.retryAfter(claim("a"), Duration.ofHours(1), 1, NO_LUCK);

        claim("c");

        becomesDue("a");
        assertThat(claim("a").attempts()).isOne();
    }

    @Test
    void anEntryThatIsDueAgainComesBeforeNewOnes() {
        inbox.store(entry("a", "project001"));
        inbox.retryAfter(claim("a"), Duration.ofHours(1), 1, NO_LUCK);
        inbox.store(entry("b", "project002"));

        becomesDue("a");

        claim("a");
    }

    @Test
    void aDeadEntryHoldsBackNobodyAndSaysWhy() {
        inbox.store(entry("a", "project001"));
        inbox.store(entry("b", "project001"));

        inbox.markDead(claim("a"), 3, NO_LUCK);

        claim("b");
        assertThat(database.sql("SELECT error_type, last_error, error_place FROM inbox WHERE status = 'DEAD'")
                        .query()
                        .singleRow())
                .containsEntry("error_type", "java.lang.IllegalStateException")
                .containsEntry("last_error", "no luck")
                .containsKey("error_place");
    }

    /** An entry that comes just as the last of its project leaves must become the head all the same. */
    @Test
    void noEntryIsLeftBehindHoweverItComes() {
        for (int round = 0; round < 200; round++) {
            String first = "first-" + round;
            String second = "second-" + round;
            inbox.store(entry(first, "project001"));

            var storing = CompletableFuture.runAsync(() -> inbox.store(entry(second, "project001")));
            transaction.executeWithoutResult(
                    status -> inbox.markDone(claimNext().orElseThrow(), 1));
            storing.join();

            inbox.markDone(claim(second), 1);
        }
    }

    private Optional<StoredEntry> claimNext() {
        return inbox.claimNext(1).stream().findFirst();
    }

    private StoredEntry claim(String id) {
        var claimed = claimNext().orElseThrow();
        assertThat(claimed.entry().id()).isEqualTo(id);
        return claimed;
    }

    private void becomesDue(String id) {
        database.sql("UPDATE inbox SET next_attempt_at = now() WHERE entry_id = ?")
                .param(id)
                .update();
    }

    private <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> transaction.execute(status -> work.get()))
                .join();
    }

    private static String id(Optional<StoredEntry> stored) {
        return stored.map(found -> found.entry().id()).orElse("none");
    }

    private static InboxEntry entry(String id, String project) {
        return new InboxEntry(id, "factory-events", "test", project, null, "{}".getBytes(UTF_8), null);
    }
}
