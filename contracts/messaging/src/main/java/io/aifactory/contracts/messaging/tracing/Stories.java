package io.aifactory.contracts.messaging.tracing;

import io.aifactory.contracts.messaging.AfterCommit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories this service has heard of. One is noted with the transaction that meets it first, and goes if that is undone. */
final class Stories {

    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient database;
    private final Map<String, Story> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Story> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    Stories(JdbcClient database) {
        this.database = database;
    }

    Optional<Story> find(String partitionKey) {
        Story known = remembered.get(partitionKey);
        return known == null ? read(partitionKey) : Optional.of(known);
    }

    /** Notes how a story begins, unless that is known; one that was not traced may be from now on. */
    void begin(String partitionKey, Story beginning) {
        Optional<Story> known = find(partitionKey);
        if (known.isEmpty() || (!known.get().isTraced() && beginning.isTraced())) {
            insert(partitionKey, beginning);
        }
    }

    private void insert(String partitionKey, Story story) {
        remembered.remove(partitionKey);
        database.sql("""
                        INSERT INTO story (partition_key, correlation_id, trace_parent) VALUES (?, ?, ?)
                        ON CONFLICT (partition_key)
                        DO UPDATE SET trace_parent = coalesce(story.trace_parent, excluded.trace_parent)
                        """)
                .params(
                        partitionKey,
                        story.correlationId(),
                        story.traceParent().map(TraceParent::toString).orElse(null))
                .update();
    }

    private Optional<Story> read(String partitionKey) {
        Optional<Story> story = database.sql("SELECT correlation_id, trace_parent FROM story WHERE partition_key = ?")
                .param(partitionKey)
                .query((row, number) ->
                        new Story(row.getString("correlation_id"), TraceParent.parse(row.getString("trace_parent"))))
                .optional();
        story.ifPresent(found -> AfterCommit.run(() -> remembered.put(partitionKey, found)));
        return story;
    }
}
