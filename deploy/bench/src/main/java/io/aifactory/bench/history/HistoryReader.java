package io.aifactory.bench.history;

import io.aifactory.bench.history.ServiceHistory.Effect;
import io.aifactory.bench.history.ServiceHistory.Received;
import io.aifactory.bench.history.ServiceHistory.Sent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what a service says happened out of its database. */
public final class HistoryReader {

    private HistoryReader() {}

    /** Returns everything the given service did. */
    public static ServiceHistory read(String service, JdbcClient database) {
        var outbox = database.sql(
                        "SELECT id, event_id, type, partition_key, sent_at IS NOT NULL AS confirmed FROM outbox ORDER BY id")
                .query((row, number) -> new Sent(
                        row.getLong("id"),
                        row.getString("event_id"),
                        row.getString("type").intern(),
                        row.getString("partition_key").intern(),
                        row.getBoolean("confirmed")))
                .list();
        var inbox = database.sql("SELECT entry_id, status FROM inbox WHERE type <> 'unreadable'")
                .query((row, number) -> new Received(
                        row.getString("entry_id"), row.getString("status").intern()))
                .list();
        var effects = database.sql("SELECT project, position, step, event_id, caused FROM history")
                .query((row, number) -> new Effect(
                        row.getString("project").intern(),
                        row.getLong("position"),
                        row.getInt("step"),
                        row.getString("event_id"),
                        row.getString("caused")))
                .list();
        return new ServiceHistory(service, outbox, inbox, unreadable(database), effects, tallies(database));
    }

    /** The inbox calls it by its number on the bus and its message id. */
    private static List<String> unreadable(JdbcClient database) {
        return database.sql("SELECT entry_id FROM inbox WHERE type = 'unreadable'")
                .query((row, number) -> row.getString("entry_id").replaceFirst("^dead-letter/\\d+/", ""))
                .list();
    }

    private static Map<String, Long> tallies(JdbcClient database) {
        var tallies = new HashMap<String, Long>();
        database.sql("SELECT project, effects FROM tally").query(row -> {
            tallies.put(row.getString("project"), row.getLong("effects"));
        });
        return tallies;
    }
}
