package io.aifactory.localbus.entity;

import io.aifactory.localbus.numbers.LongTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Remembers the message ids an entity has accepted for a while, across restarts. The ids are in the log; memory only knows
 * which number came with a hash of each, so that an id never seen costs no look into the log.
 */
final class DuplicateWindow {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final String entity;
    private final Duration length;
    private final MessageLog log;
    private final LongTable numbers = new LongTable();

    DuplicateWindow(String entity, Duration length, MessageLog log) {
        this.entity = entity;
        this.length = length;
        this.log = log;
        log.remembered(entity).forEachRemaining(seen -> numbers.put(hash(seen.messageId()), seen.number()));
    }

    /** Whether the message repeats one accepted before; if not, it is remembered from now on under its number. */
    boolean repeats(ArrivedMessage message, long number, Instant now) {
        String messageId = message.messageId();
        if (length.isZero() || messageId == null) {
            return false;
        }
        long hash = hash(messageId);
        long earlier = numbers.get(hash);
        if (earlier != LongTable.NONE && isRemembered(earlier, messageId, now.minus(length))) {
            return true;
        }
        numbers.put(hash, number);
        log.remember(entity, new MessageLog.SeenId(number, messageId, now));
        return false;
    }

    private boolean isRemembered(long number, String messageId, Instant after) {
        MessageLog.SeenId seen = log.remembered(entity, number);
        return seen != null && seen.messageId().equals(messageId) && seen.at().isAfter(after);
    }

    void tick(Instant now) {
        for (MessageLog.SeenId seen : ended(now.minus(length))) {
            long hash = hash(seen.messageId());
            if (numbers.get(hash) == seen.number()) {
                numbers.put(hash, LongTable.NONE);
            }
            log.forget(entity, seen);
        }
    }

    private List<MessageLog.SeenId> ended(Instant latest) {
        List<MessageLog.SeenId> ended = new ArrayList<>();
        Iterator<MessageLog.SeenId> all = log.remembered(entity);
        while (all.hasNext()) {
            MessageLog.SeenId seen = all.next();
            if (seen.at().isAfter(latest)) {
                break;
            }
            ended.add(seen);
        }
        return ended;
    }

    private static long hash(String messageId) {
        long hash = OFFSET;
        for (int i = 0; i < messageId.length(); i++) {
            hash = (hash ^ messageId.charAt(i)) * PRIME;
        }
        return hash ^ (hash >>> 32);
    }
}
