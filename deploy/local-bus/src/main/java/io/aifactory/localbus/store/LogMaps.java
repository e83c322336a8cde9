package io.aifactory.localbus.store;

import io.aifactory.localbus.entity.MessageLog.SeenId;
import io.aifactory.localbus.entity.StoredMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** The maps of the store: some for the whole bus, the others one per entity, opened when first asked for. */
final class LogMaps {

    private static final String MESSAGES = "messages/";
    private static final String SEEN = "seen/";
    private static final String SESSIONS = "sessions/";

    private final MVStore store;
    private final Map<String, MVMap<Long, StoredMessage>> messages = new HashMap<>();
    private final Map<String, MVMap<Long, SeenId>> seen = new HashMap<>();

    LogMaps(MVStore store) {
        this.store = store;
    }

    MVMap<String, Long> counters() {
        return store.openMap("counters");
    }

    MVMap<Long, byte[]> payloads() {
        return byNumber("payloads", new PayloadType());
    }

    /** A rule under its subscription and place. */
    MVMap<String, byte[]> rules() {
        return byName("rules", new PayloadType());
    }

    MVMap<Long, StoredMessage> messages(String entity) {
        return messages.computeIfAbsent(entity, name -> byNumber(MESSAGES + name, new StoredMessageType()));
    }

    /** Every entity that ever had messages, named by the configuration or not. */
    List<String> entities() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(MESSAGES))
                .map(name -> name.substring(MESSAGES.length()))
                .toList();
    }

    MVMap<Long, SeenId> seen(String entity) {
        return seen.computeIfAbsent(entity, name -> byNumber(SEEN + name, new SeenIdType()));
    }

    MVMap<String, byte[]> sessionStates(String entity) {
        return byName(SESSIONS + entity, new PayloadType());
    }

    private <V> MVMap<Long, V> byNumber(String name, DataType<V> values) {
        return store.openMap(
                name,
                new MVMap.Builder<Long, V>().keyType(LongDataType.INSTANCE).valueType(values));
    }

    private <V> MVMap<String, V> byName(String name, BasicDataType<V> values) {
        return store.openMap(
                name,
                new MVMap.Builder<String, V>().keyType(StringDataType.INSTANCE).valueType(values));
    }
}
