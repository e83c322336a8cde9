package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log that forgets everything with the test. */
final class MemoryMessageLog implements MessageLog {

    final Map<Long, byte[]> payloads = new HashMap<>();
    private final Map<String, Map<Long, StoredMessage>> messages = new HashMap<>();
    private final Map<String, Map<String, Instant>> remembered = new HashMap<>();
    private final Map<String, byte[]> states = new HashMap<>();
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
    public Collection<StoredMessage> messages(String entity) {
        return List.copyOf(of(entity).values());
    }

    private Map<Long, StoredMessage> of(String entity) {
        return messages.computeIfAbsent(entity, name -> new TreeMap<>());
    }

    @Override
    public void remember(String entity, String messageId, Instant at) {
        remembered.computeIfAbsent(entity, name -> new HashMap<>()).put(messageId, at);
    }

    @Override
    public void forget(String entity, String messageId) {
        remembered.getOrDefault(entity, new HashMap<>()).remove(messageId);
    }

    @Override
    public Map<String, Instant> remembered(String entity) {
        return Map.copyOf(remembered.getOrDefault(entity, Map.of()));
    }

    @Override
    public void saveSessionState(String entity, String sessionId, byte[] state) {
        states.put(entity + "/" + sessionId, state);
    }

    @Override
    public byte[] sessionState(String entity, String sessionId) {
        return states.getOrDefault(entity + "/" + sessionId, new byte[0]);
    }
}
