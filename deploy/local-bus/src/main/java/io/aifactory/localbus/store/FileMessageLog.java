package io.aifactory.localbus.store;

import io.aifactory.localbus.entity.MessageLog;
import io.aifactory.localbus.entity.StoredMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The message log in one MVStore file. Changes go to memory; {@link #write()} puts all of them into the file as one new
 * version and {@link #sync()} makes that version survive a power cut. Everything but {@code sync} belongs to one thread.
 */
public final class FileMessageLog implements MessageLog, AutoCloseable {

    private static final String MESSAGES = "messages/";
    private static final String NEXT_NUMBER = "nextNumber";
    private static final int CACHE_MEGABYTES = 8;
    private static final int WITHOUT_COMPACTION = 0;
    private static final int COMPACTION_MILLIS = 300;

    /** Each version is on disk before the next one is written, so the space of older ones is soon free to use. */
    private static final int RETENTION_MILLIS = 2000;

    private final MVStore store;
    private final MVMap<String, Long> counters;
    private final MVMap<Long, byte[]> payloads;
    private final Map<String, MVMap<Long, StoredMessage>> messages = new HashMap<>();
    private final Map<String, MVMap<String, Long>> duplicates = new HashMap<>();
    private final PayloadReferences references = new PayloadReferences();
    private long nextNumber;

    private FileMessageLog(MVStore store) {
        this.store = store;
        this.counters = store.openMap("counters");
        this.payloads = store.openMap(
                "payloads",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(new PayloadType()));
        this.nextNumber = counters.getOrDefault(NEXT_NUMBER, 1L);
        store.getMapNames().stream()
                .filter(name -> name.startsWith(MESSAGES))
                .map(name -> name.substring(MESSAGES.length()))
                .forEach(entity -> messages(entity).forEach(message -> references.retain(message.payload())));
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
        long number = nextNumber++;
        counters.put(NEXT_NUMBER, nextNumber);
        return number;
    }

    @Override
    public void savePayload(long number, byte[] payload) {
        payloads.put(number, payload);
    }

    @Override
    public byte[] payload(long number) {
        return Objects.requireNonNull(payloads.get(number), () -> "Payload " + number + " is gone");
    }

    @Override
    public void save(String entity, StoredMessage message) {
        StoredMessage before = map(entity).put(message.sequence(), message);
        references.retain(message.payload());
        if (before != null) {
            release(before.payload());
        }
    }

    @Override
    public void remove(String entity, StoredMessage message) {
        StoredMessage before = map(entity).remove(message.sequence());
        if (before != null) {
            release(before.payload());
        }
    }

    private void release(long payload) {
        if (references.release(payload)) {
            payloads.remove(payload);
        }
    }

    @Override
    public Collection<StoredMessage> messages(String entity) {
        return List.copyOf(map(entity).values());
    }

    private MVMap<Long, StoredMessage> map(String entity) {
        return messages.computeIfAbsent(
                entity,
                name -> store.openMap(
                        MESSAGES + name,
                        new MVMap.Builder<Long, StoredMessage>()
                                .keyType(LongDataType.INSTANCE)
                                .valueType(new StoredMessageType())));
    }

    @Override
    public void remember(String entity, String messageId, Instant at) {
        duplicates(entity).put(messageId, at.toEpochMilli());
    }

    @Override
    public void forget(String entity, String messageId) {
        duplicates(entity).remove(messageId);
    }

    @Override
    public Map<String, Instant> remembered(String entity) {
        Map<String, Instant> remembered = new HashMap<>();
        duplicates(entity).forEach((messageId, at) -> remembered.put(messageId, Instant.ofEpochMilli(at)));
        return remembered;
    }

    private MVMap<String, Long> duplicates(String entity) {
        return duplicates.computeIfAbsent(
                entity,
                name -> store.openMap(
                        "duplicates/" + name,
                        new MVMap.Builder<String, Long>()
                                .keyType(StringDataType.INSTANCE)
                                .valueType(LongDataType.INSTANCE)));
    }

    @Override
    public void saveSessionState(String entity, String sessionId, byte[] state) {
        if (state.length == 0) {
            sessionStates(entity).remove(sessionId);
        } else {
            sessionStates(entity).put(sessionId, state);
        }
    }

    @Override
    public byte[] sessionState(String entity, String sessionId) {
        return sessionStates(entity).getOrDefault(sessionId, new byte[0]);
    }

    private MVMap<String, byte[]> sessionStates(String entity) {
        return store.openMap(
                "sessions/" + entity,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(new PayloadType()));
    }

    /** Writes what has changed to the file, where the operating system has it; returns whether there was anything. */
    public boolean write() {
        if (store.isClosed()) {
            // a store that has failed closes itself and then claims that nothing is left to be saved
            throw new IllegalStateException("The message log is closed");
        }
        if (!store.hasUnsavedChanges()) {
            return false;
        }
        store.commit();
        return true;
    }

    /** Forces what was written to the disk. May be called from another thread than the rest. */
    public void sync() {
        store.sync();
    }

    @Override
    public void close() {
        if (!store.isClosed()) {
            store.commit();
            store.sync();
            // compacting is for the next opening, when nothing else touches the store
            store.close(WITHOUT_COMPACTION);
        }
    }
}
