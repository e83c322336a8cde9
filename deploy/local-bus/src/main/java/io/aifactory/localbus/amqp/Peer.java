package io.aifactory.localbus.amqp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.engine.Sender;
import org.jspecify.annotations.Nullable;

/** The other side of one connection: what it has been allowed, where its answers go, how to wake its wire. */
final class Peer {

    private final Runnable wire;
    private final List<AccessToken> tokens = new ArrayList<>();
    private final Map<String, Sender> replies = new HashMap<>();

    Peer(Runnable wire) {
        this.wire = wire;
    }

    /** Has whatever was produced for this peer sent at the end of the turn. */
    void wake() {
        wire.run();
    }

    void allow(AccessToken token) {
        tokens.removeIf(older -> older.path().equals(token.path()));
        tokens.add(token);
    }

    boolean mayUse(String address, Instant now) {
        return tokens.stream().anyMatch(token -> token.opens(address, now));
    }

    void addReply(String address, Sender link) {
        replies.put(address, link);
    }

    void removeReply(String address, Sender link) {
        replies.remove(address, link);
    }

    @Nullable
    Sender reply(String address) {
        return replies.get(address);
    }
}
