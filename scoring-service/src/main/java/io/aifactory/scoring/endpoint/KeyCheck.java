package io.aifactory.scoring.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whether a key opens an endpoint. Keys that exist are remembered for a moment, so that a caller who scores row
 * after row costs one hash each time and the database nothing.
 */
@Component
public class KeyCheck {

    private final EndpointKeys keys;
    private final EndpointProperties properties;
    private final Clock clock;
    private final ConcurrentMap<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong forgettings = new AtomicLong();

    KeyCheck(EndpointKeys keys, EndpointProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns whether the text is a key of this endpoint that has not been revoked. */
    public boolean opens(ScoringEndpoint endpoint, String text) {
        var key = EndpointKey.of(text).orElse(null);
        if (key == null) {
            return false;
        }
        var known = recall(key.keyId());
        return known != null
                && known.endpoint().equals(endpoint)
                && known.hash().matches(key.secret());
    }

    /** Looks up anew whatever is asked for from now on, also what is being looked up right now. */
    void forget() {
        forgettings.incrementAndGet();
        remembered.clear();
    }

    private @Nullable KeyRecord recall(String keyId) {
        var known = remembered.get(keyId);
        return known != null && isFresh(known) ? known.key() : lookUp(keyId);
    }

    private boolean isFresh(Remembered known) {
        return known.forgettings() == forgettings.get() && clock.instant().isBefore(known.until());
    }

    private @Nullable KeyRecord lookUp(String keyId) {
        long before = forgettings.get();
        var key = keys.find(keyId).orElse(null);
        if (key == null) {
            remembered.remove(keyId);
        } else {
            remembered.put(keyId, new Remembered(key, clock.instant().plus(properties.keyMemory()), before));
        }
        return key;
    }

    private record Remembered(KeyRecord key, Instant until, long forgettings) {}
}
