package io.aifactory.contracts.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.Inbox.StoredEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InboxTests {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final Inbox inbox = new Inbox(JdbcClient.create(dataSource));

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
            var first = inbox.claimNext(NOW);
            var meanwhile = elsewhere(() -> inbox.claimNext(NOW));
            first.ifPresent(inbox::markDone);
            return new Object[] {id(first), id(meanwhile)};
        });

        assertThat(claimed).containsExactly("a", "none");
        assertThat(id(inbox.claimNext(NOW))).isEqualTo("b");
    }

    @Test
    void projectsDoNotWaitForEachOther() {
        inbox.store(entry("a", "project001"));
        inbox.store(entry("b", "project002"));

        var claimed = transaction.execute(
                status -> new Object[] {id(inbox.claimNext(NOW)), id(elsewhere(() -> inbox.claimNext(NOW)))});

        assertThat(claimed).containsExactly("a", "b");
    }

    @Test
    void aFailedEntryHoldsBackItsOwnProjectUntilItIsDue() {
        inbox.store(entry("a", "project001"));
        inbox.store(entry("b", "project001"));
        inbox.store(entry("c", "project002"));
        inbox.markFailed(inbox.claimNext(NOW).orElseThrow(), "no luck", NOW.plusSeconds(5));

        assertThat(id(inbox.claimNext(NOW))).isEqualTo("c");
        assertThat(id(inbox.claimNext(NOW.plusSeconds(6)))).isEqualTo("a");
    }

    @Test
    void aDeadEntryHoldsBackNobody() {
        inbox.store(entry("a", "project001"));
        inbox.store(entry("b", "project001"));
        inbox.markDead(inbox.claimNext(NOW).orElseThrow(), "poison");

        assertThat(id(inbox.claimNext(NOW))).isEqualTo("b");
    }

    private <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> transaction.execute(status -> work.get()))
                .join();
    }

    private static String id(Optional<StoredEntry> stored) {
        return stored.map(found -> found.entry().id()).orElse("none");
    }

    private static InboxEntry entry(String id, String project) {
        return new InboxEntry(id, "factory-events", "test", project, null, "{}".getBytes(UTF_8));
    }
}
