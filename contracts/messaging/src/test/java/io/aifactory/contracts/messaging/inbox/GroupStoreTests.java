package io.aifactory.contracts.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.contracts.messaging.LaptopDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class GroupStoreTests {

    private static final String UNSTORABLE = "nul-\0";

    private final JdbcClient database = JdbcClient.create(LaptopDatabase.freshWithMessagingTables());
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

    private List<CompletableFuture<Boolean>> together(List<String> ids) {
        var receivers = Executors.newFixedThreadPool(8);
        try {
            var stored = ids.stream()
                    .map(id -> CompletableFuture.supplyAsync(() -> store.store(entry(id)), receivers))
                    .toList();
            await().until(() -> stored.stream().allMatch(CompletableFuture::isDone));
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
