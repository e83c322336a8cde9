package io.aifactory.localbus.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages that wait for a receiver, oldest first, one line per session where there are sessions. */
final class ReadyMessages {

    private static final String NO_SESSION = "";

    private final boolean bySession;
    private final Map<String, NavigableMap<Long, StoredMessage>> lines = new HashMap<>();
    private int size;

    ReadyMessages(boolean bySession) {
        this.bySession = bySession;
    }

    void add(StoredMessage message) {
        if (lines.computeIfAbsent(line(message.sessionId()), name -> new TreeMap<>())
                        .put(message.sequence(), message)
                == null) {
            size++;
        }
    }

    void remove(StoredMessage message) {
        String name = line(message.sessionId());
        NavigableMap<Long, StoredMessage> waiting = lines.get(name);
        if (waiting != null && waiting.remove(message.sequence()) != null) {
            size--;
            if (waiting.isEmpty()) {
                lines.remove(name);
            }
        }
    }

    @Nullable
    StoredMessage first(@Nullable String session) {
        NavigableMap<Long, StoredMessage> waiting = lines.get(line(session));
        return waiting == null ? null : waiting.firstEntry().getValue();
    }

    /** The sessions that have messages waiting, with the number of the oldest. */
    Map<String, Long> sessions() {
        Map<String, Long> sessions = new HashMap<>();
        lines.forEach((name, waiting) -> sessions.put(name, waiting.firstKey()));
        return sessions;
    }

    int size() {
        return size;
    }

    private String line(@Nullable String session) {
        return bySession && session != null ? session : NO_SESSION;
    }
}
