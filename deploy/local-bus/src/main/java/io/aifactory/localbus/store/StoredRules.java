package io.aifactory.localbus.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The rules of every subscription, each under its place; the place 0 says how many there are. */
final class StoredRules {

    private static final char SEPARATOR = '\n';

    private final MVMap<String, byte[]> rules;

    StoredRules(MVMap<String, byte[]> rules) {
        this.rules = rules;
    }

    void save(String subscription, List<byte[]> encoded) {
        for (int place = count(subscription); place > encoded.size(); place--) {
            rules.remove(key(subscription, place));
        }
        for (int place = 1; place <= encoded.size(); place++) {
            rules.put(key(subscription, place), encoded.get(place - 1));
        }
        rules.put(key(subscription, 0), Integer.toString(encoded.size()).getBytes(StandardCharsets.US_ASCII));
    }

    @Nullable
    List<byte[]> of(String subscription) {
        if (!rules.containsKey(key(subscription, 0))) {
            return null;
        }
        List<byte[]> encoded = new ArrayList<>();
        for (int place = 1; place <= count(subscription); place++) {
            encoded.add(Objects.requireNonNull(rules.get(key(subscription, place)), "A rule is gone"));
        }
        return encoded;
    }

    private int count(String subscription) {
        byte[] count = rules.get(key(subscription, 0));
        return count == null ? 0 : Integer.parseInt(new String(count, StandardCharsets.US_ASCII));
    }

    private static String key(String subscription, int place) {
        return subscription + SEPARATOR + place;
    }
}
