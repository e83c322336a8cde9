package io.aifactory.localbus.entity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A receiver, of a session if it asks for one, that remembers what it was told. */
final class RecordingConsumer implements SessionConsumer {

    final List<DeliveredMessage> delivered = new ArrayList<>();
    final List<SessionUnavailable> refusals = new ArrayList<>();
    int credit = 100;
    boolean lost;
    private final String wanted;
    private final Instant waitsUntil;
    private String session;

    RecordingConsumer() {
        this(null, Instant.MAX);
    }

    RecordingConsumer(String wanted, Instant waitsUntil) {
        this.wanted = wanted;
        this.waitsUntil = waitsUntil;
    }

    List<String> bodies() {
        return delivered.stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    UUID lastToken() {
        return last().lockToken();
    }

    DeliveredMessage last() {
        return delivered.get(delivered.size() - 1);
    }

    @Override
    public boolean wantsMore() {
        return credit > 0;
    }

    @Override
    public boolean settlesOnDelivery() {
        return false;
    }

    @Override
    public void deliver(DeliveredMessage message) {
        credit--;
        delivered.add(message);
    }

    @Override
    public String wantedSession() {
        return wanted;
    }

    @Override
    public Object client() {
        return this;
    }

    @Override
    public Instant waitsUntil() {
        return waitsUntil;
    }

    @Override
    public void granted(String granted, Instant lockedUntil) {
        session = granted;
    }

    @Override
    public void refused(SessionUnavailable reason) {
        refusals.add(reason);
    }

    @Override
    public void lost() {
        lost = true;
    }

    @Override
    public String session() {
        return session;
    }
}
