package io.aifactory.contracts.messaging.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionTests {

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final Inbox inbox = new Inbox(database);
    private final Clock clock = Clock.systemUTC();

    @Test
    void removesWhatWasHandledLongAgoAndKeepsTheRest() {
        handledDaysAgo("old", 31);
        handledDaysAgo("recent", 29);
        inbox.store(entry("waiting"));

        new Retention(database, clock, Duration.ofDays(30)).workOnce();

        assertThat(database.sql("SELECT entry_id FROM inbox ORDER BY seq")
                        .query(String.class)
                        .list())
                .containsExactly("recent", "waiting");
    }

    @Test
    void forgetsWhatWasDiscardedAndKeepsWhatIsDead() {
        handledDaysAgo("discarded", 31);
        database.sql("UPDATE inbox SET status = 'DISCARDED'").update();
        inbox.store(entry("dead"));
        database.sql("UPDATE inbox SET status = 'DEAD', received_at = '-infinity' WHERE entry_id = 'dead'")
                .update();

        new Retention(database, clock, Duration.ofDays(30)).workOnce();

        assertThat(database.sql("SELECT entry_id FROM inbox")
                        .query(String.class)
                        .list())
                .containsExactly("dead");
    }

    private void handledDaysAgo(String id, int days) {
        inbox.store(entry(id));
        database.sql("UPDATE inbox SET status = 'DONE', done_at = now() - make_interval(days => ?) WHERE entry_id = ?")
                .params(days, id)
                .update();
    }

    private static InboxEntry entry(String id) {
        return new InboxEntry(id, "factory-events", "test", "project001", null, "{}".getBytes(UTF_8), null);
    }
}
