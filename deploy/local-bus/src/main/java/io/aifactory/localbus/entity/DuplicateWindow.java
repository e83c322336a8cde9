package io.aifactory.localbus.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers the message ids an entity has accepted for a while, across restarts. */
final class DuplicateWindow {

    private final String entity;
    private final Duration length;
    private final MessageLog log;
    private final Set<String> seen = new HashSet<>();
    private final Timetable<String> ends = new Timetable<>();

    DuplicateWindow(String entity, Duration length, MessageLog log) {
        this.entity = entity;
        this.length = length;
        this.log = log;
        for (Map.Entry<String, Instant> remembered : log.remembered(entity).entrySet()) {
            seen.add(remembered.getKey());
            ends.add(remembered.getValue().plus(length), remembered.getKey());
        }
    }

    /** Whether the message repeats one accepted before; if not, it is remembered from now on. */
    boolean repeats(ArrivedMessage message, Instant now) {
        String messageId = message.messageId();
        if (length.isZero() || messageId == null) {
            return false;
        }
        if (!seen.add(messageId)) {
            return true;
        }
        ends.add(now.plus(length), messageId);
        log.remember(entity, messageId, now);
        return false;
    }

    void tick(Instant now) {
        for (String messageId : ends.takeDue(now)) {
            seen.remove(messageId);
            log.forget(entity, messageId);
        }
    }
}
