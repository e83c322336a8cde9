package io.aifactory.localbus.entity;

import io.aifactory.localbus.numbers.SortedLongs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the messages that wait for a receiver, oldest first, one line per session where there are sessions.
 * Everything else about them stays in the log.
 */
final class ReadyMessages {

    /** What {@link #first} says of an empty line. */
    static final long NONE = -1;

    private static final String NO_SESSION = "";

    private final boolean bySession;
    private final Map<String, SortedLongs> lines = new HashMap<>();
    private int size;

    ReadyMessages(boolean bySession) {
        this.bySession = bySession;
    }

    void add(StoredMessage message) {
        if (lines.computeIfAbsent(line(message.sessionId()), name -> new SortedLongs())
                .add(message.sequence())) {
            size++;
        }
    }

    void remove(StoredMessage message) {
        String name = line(message.sessionId());
        SortedLongs waiting = lines.get(name);
        if (waiting != null && waiting.remove(message.sequence())) {
            size--;
            if (waiting.isEmpty()) {
                lines.remove(name);
            }
        }
    }

    long first(@Nullable String session) {
        SortedLongs waiting = lines.get(line(session));
        return waiting == null ? NONE : waiting.first();
    }

    /** The session whose message has waited longest, among those that may be given out. */
    @Nullable
    String oldestSession(Predicate<String> free) {
        String oldest = null;
        long first = Long.MAX_VALUE;
        for (Map.Entry<String, SortedLongs> line : lines.entrySet()) {
            if (line.getValue().first() < first && free.test(line.getKey())) {
                oldest = line.getKey();
                first = line.getValue().first();
            }
        }
        return oldest;
    }

    /** The sessions that have messages waiting, by name. */
    List<String> sessions() {
        return lines.keySet().stream()
                .filter(name -> !name.equals(NO_SESSION))
                .sorted()
                .toList();
    }

    int size() {
        return size;
    }

    private String line(@Nullable String session) {
        return bySession ? Objects.requireNonNullElse(session, NO_SESSION) : NO_SESSION;
    }
}
