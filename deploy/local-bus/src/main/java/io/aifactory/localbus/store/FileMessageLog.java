package io.aifactory.localbus.store;

import io.aifactory.localbus.entity.MessageLog;
import io.aifactory.localbus.entity.StoredMessage;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The message log in one MVStore file. Changes go to memory; {@link #write()} puts all of them into the file as one new
 * version and {@link #sync()} makes that version survive a power cut. Everything but {@code sync} belongs to one thread.
 */
public final class FileMessageLog implements MessageLog, AutoCloseable {

    private static final String NEXT_NUMBER = "nextNumber";
    private static final int CACHE_MEGABYTES = 8;
    private static final int WITHOUT_COMPACTION = 0;
    private static final int COMPACTION_MILLIS = 300;
    private static final int FULL_ENOUGH_PERCENT = 50;
    private static final int REWRITTEN_AT_ONCE = 1024 * 1024;

    /** Each version is on disk before the next one is written, so the space of older ones is soon free to use. */
    private static final int RETENTION_MILLIS = 2000;

    private final MVStore store;
    private final LogMaps maps;
    private final MVMap<String, Long> counters;
    private final StoredPayloads payloads;
    private final StoredRules rules;
    private long nextNumber;

    private FileMessageLog(MVStore store) {
        this.store = store;
        this.maps = new LogMaps(store);
        this.counters = maps.counters();
        this.payloads = new StoredPayloads(maps.payloads());
        this.rules = new StoredRules(maps.rules());
        this.nextNumber = counters.getOrDefault(NEXT_NUMBER, 1L);
        maps.entities()
                .forEach(entity -> messages(entity, 0).forEachRemaining(message -> payloads.retain(message.payload())));
    }

    /** Opens or creates the file; throws {@link LogUnavailable} when another process has it or it cannot be read. */
    public static FileMessageLog open(Path file) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            store.setVersionsToKeep(0);
            store.setRetentionTime(RETENTION_MILLIS);
            store.compactFile(COMPACTION_MILLIS);
            return new FileMessageLog(store);
        } catch (MVStoreException error) {
            throw new LogUnavailable(file, error);
        }
    }

    @Override
    public long nextNumber() {
        return nextNumber++;
    }

    @Override
    public void savePayload(long number, byte[] payload) {
        payloads.save(number, payload);
    }

    @Override
    public byte[] payload(long number) {
        return payloads.get(number);
    }

    @Override
    public void save(String entity, StoredMessage message) {
        StoredMessage before = maps.messages(entity).put(message.sequence(), message);
        payloads.retain(message.payload());
        if (before != null) {
            payloads.release(before.payload());
        }
    }

    @Override
    public void remove(String entity, StoredMessage message) {
        StoredMessage before = maps.messages(entity).remove(message.sequence());
        if (before != null) {
            payloads.release(before.payload());
        }
    }

    @Override
    public @Nullable StoredMessage find(String entity, long sequence) {
        return maps.messages(entity).get(sequence);
    }

    @Override
    public Iterator<StoredMessage> messages(String entity, long fromSequence) {
        return values(maps.messages(entity).cursor(fromSequence));
    }

    private static <V> Iterator<V> values(Cursor<Long, V> cursor) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public V next() {
                cursor.next();
                return cursor.getValue();
            }
        };
    }

    @Override
    public void remember(String entity, SeenId seen) {
        maps.seen(entity).put(seen.number(), seen);
    }

    @Override
    public void forget(String entity, SeenId seen) {
        maps.seen(entity).remove(seen.number());
    }

    @Override
    public @Nullable SeenId remembered(String entity, long number) {
        return maps.seen(entity).get(number);
    }

    @Override
    public Iterator<SeenId> remembered(String entity) {
        return values(maps.seen(entity).cursor(null));
    }

    @Override
    public void saveSessionState(String entity, String sessionId, byte[] state) {
        if (state.length == 0) {
            maps.sessionStates(entity).remove(sessionId);
        } else {
            maps.sessionStates(entity).put(sessionId, state);
        }
    }

    @Override
    public byte[] sessionState(String entity, String sessionId) {
        return maps.sessionStates(entity).getOrDefault(sessionId, new byte[0]);
    }

    @Override
    public void saveRules(String entity, List<byte[]> encoded) {
        rules.save(entity, encoded);
    }

    @Override
    public @Nullable List<byte[]> rules(String entity) {
        return rules.of(entity);
    }

    /** Writes what has changed to the file, where the operating system has it; returns whether there was anything. */
    public boolean write() {
        if (store.isClosed()) {
            // a store that has failed closes itself and then claims that nothing is left to be saved
            throw new IllegalStateException("The message log is closed");
        }
        if (counters.getOrDefault(NEXT_NUMBER, 1L) != nextNumber) {
            counters.put(NEXT_NUMBER, nextNumber);
        }
        if (!store.hasUnsavedChanges()) {
            return false;
        }
        store.commit();
        return true;
    }

    /** Rewrites a little of what lies scattered in the file, so that it does not grow while its content does not. */
    public void compact() {
        store.compact(FULL_ENOUGH_PERCENT, REWRITTEN_AT_ONCE);
    }

    /** Forces what was written to the disk. May be called from another thread than the rest. */
    public void sync() {
        store.sync();
    }

    @Override
    public void close() {
        if (!store.isClosed()) {
            write();
            store.sync();
            // compacting is for the next opening, when nothing else touches the store
            store.close(WITHOUT_COMPACTION);
        }
    }
}
