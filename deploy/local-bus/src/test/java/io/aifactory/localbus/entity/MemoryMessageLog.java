package io.aifactory.localbus.entity;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log that forgets everything with the test. */
final class MemoryMessageLog implements MessageLog {

    final Map<Long, byte[]> payloads = new HashMap<>();
    private final Map<String, TreeMap<Long, StoredMessage>> messages = new HashMap<>();
    private final Map<String, TreeMap<Long, SeenId>> seen = new HashMap<>();
    private final Map<String, byte[]> states = new HashMap<>();
    private final Map<String, List<byte[]>> rules = new HashMap<>();
    private long number = 1;

    @Override
    public long nextNumber() {
        return number++;
    }

    @Override
    public void savePayload(long payload, byte[] bytes) {
        payloads.put(payload, bytes);
    }

    @Override
    public byte[] payload(long payload) {
        return payloads.get(payload);
    }

    @Override
    public void save(String entity, StoredMessage message) {
        of(entity).put(message.sequence(), message);
    }

    @Override
    public void remove(String entity, StoredMessage message) {
        of(entity).remove(message.sequence());
    }

    @Override
    public StoredMessage find(String entity, long sequence) {
        return of(entity).get(sequence);
    }

    @Override
    public Iterator<StoredMessage> messages(String entity, long fromSequence) {
        return List.copyOf(of(entity).tailMap(fromSequence).values()).iterator();
    }

    private TreeMap<Long, StoredMessage> of(String entity) {
        return messages.computeIfAbsent(entity, name -> new TreeMap<>());
    }

    @Override
    public void remember(String entity, SeenId id) {
        seenBy(entity).put(id.number(), id);
    }

    @Override
    public void forget(String entity, SeenId id) {
        seenBy(entity).remove(id.number());
    }

    @Override
    public SeenId remembered(String entity, long id) {
        return seenBy(entity).get(id);
    }

    @Override
    public Iterator<SeenId> remembered(String entity) {
        return List.copyOf(seenBy(entity).values()).iterator();
    }

    private TreeMap<Long, SeenId> seenBy(String entity) {
        return seen.computeIfAbsent(entity, name -> new TreeMap<>());
    }

    @Override
    public void saveSessionState(String entity, String sessionId, byte[] state) {
        states.put(entity + "/" + sessionId, state);
    }

    @Override
    public byte[] sessionState(String entity, String sessionId) {
        return states.getOrDefault(entity + "/" + sessionId, new byte[0]);
    }

    @Override
    public void saveRules(String entity, List<byte[]> encoded) {
        rules.put(entity, encoded);
    }

    @Override
    public List<byte[]> rules(String entity) {
        return rules.get(entity);
    }
}
