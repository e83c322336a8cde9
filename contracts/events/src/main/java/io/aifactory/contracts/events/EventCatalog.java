package io.aifactory.contracts.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** All events of the factory: which record travels under which type, and the id of each event. */
public final class EventCatalog {

    private static final Map<String, Class<? extends FactoryEvent>> CLASSES = classesByType();

    private EventCatalog() {}

    /** Returns every type, sorted. */
    public static Set<String> types() {
        return CLASSES.keySet();
    }

    /** Returns the record that travels under the given type, if there is one. */
    public static Optional<Class<? extends FactoryEvent>> classOf(String type) {
        return Optional.ofNullable(CLASSES.get(type));
    }

    /** Returns the type the given record travels under. */
    public static String typeOf(Class<? extends FactoryEvent> event) {
        return event.getAnnotation(EventType.class).value();
    }

    /** Returns the identity of the schema of the given type: the CloudEvents {@code dataschema}. It is a name, no address. */
    public static URI schemaOf(String type) {
        return URI.create("urn:aifactory:schema:" + type);
    }

    /** Returns the event's id: the same for the same type and business key, wherever and whenever it is asked for. */
    public static UUID idOf(FactoryEvent event) {
        return UUID.nameUUIDFromBytes((typeOf(event.getClass()) + "|" + event.businessKey()).getBytes(UTF_8));
    }

    private static Map<String, Class<? extends FactoryEvent>> classesByType() {
        var classes = new TreeMap<String, Class<? extends FactoryEvent>>();
        Arrays.stream(FactoryEvent.class.getPermittedSubclasses())
                .map(event -> event.<FactoryEvent>asSubclass(FactoryEvent.class))
                .forEach(event -> classes.put(typeOf(event), event));
        return Collections.unmodifiableMap(classes);
    }
}
