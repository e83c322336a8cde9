package io.aifactory.contracts.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.contracts.messaging.LaptopDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class GroupStoreTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNSTORABLE = "nul-\0";

    private final DataSource source = LaptopDatabase.freshWithMessagingTables();
    private final JdbcClient database = JdbcClient.create(source);
    private final GroupStore store = new GroupStore(new Inbox(database), () -> {});

    @Test
    void storesEachOnceThoughManyComeTogether() {
        var entries = IntStream.range(0, 400).mapToObj(i -> "entry-" + i % 200);

        List<CompletableFuture<Boolean>> stored = together(entries.toList());

        assertThat(stored).filteredOn(CompletableFuture::join).hasSize(200);
        assertThat(database.sql("SELECT count(*) FROM inbox WHERE head")
                        .query(Integer.class)
                        .single())
                .as("one head in each of ten partitions")
                .isEqualTo(10);
    }

    @Test
    void whatNoDatabaseTakesFailsAlone() {
        var ids = IntStream.range(0, 100).mapToObj(i -> i % 10 == 5 ? UNSTORABLE : "entry-" + i);

        List<CompletableFuture<Boolean>> stored = together(ids.toList());

        assertThat(stored)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .hasSize(10);
        assertThat(database.sql("SELECT count(*) FROM inbox")
                        .query(Integer.class)
                        .single())
                .isEqualTo(90);
    }

    @Test
    void waitsWhileTheDatabaseIsAwayAndKeepsTheOrder() {
        var away = new AtomicBoolean(true);
        var tables = new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away.get()) {
                    throw new SQLException("the database is away");
                }
                return super.getConnection();
            }
        };

        try (var waiting = new GroupStore(new Inbox(JdbcClient.create(tables)), () -> {})) {
            var ids = IntStream.range(0, 100).mapToObj(i -> "entry-" + i).toList();
            var stored = ids.stream().map(id -> waiting.store(entry(id))).toList();
            await().atMost(PATIENCE).until(waiting::isOutOfReach);
            assertThat(stored).noneMatch(CompletableFuture::isDone);

            away.set(false);

            assertThat(stored).allMatch(CompletableFuture::join);
            assertThat(waiting.isOutOfReach()).isFalse();
            assertThat(database.sql("SELECT entry_id FROM inbox ORDER BY seq")
                            .query(String.class)
                            .list())
                    .isEqualTo(ids);
        }
    }

    private List<CompletableFuture<Boolean>> together(List<String> ids) {
        var receivers = Executors.newFixedThreadPool(8);
        try {
            var stored = ids.stream()
                    .map(id -> CompletableFuture.supplyAsync(
                            () -> store.store(entry(id)).join(), receivers))
                    .toList();
            await().atMost(PATIENCE).until(() -> stored.stream().allMatch(CompletableFuture::isDone));
            return stored;
        } finally {
            receivers.shutdown();
        }
    }

    private static InboxEntry entry(String id) {
        String partition = "project" + Math.floorMod(id.hashCode(), 10);
        return new InboxEntry(id, "factory-events", "test", partition, null, "{}".getBytes(UTF_8), null);
    }
}
