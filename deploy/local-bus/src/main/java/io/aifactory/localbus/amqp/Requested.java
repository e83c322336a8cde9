package io.aifactory.localbus.amqp;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/** The body of a request at $management, a map, read by type. */
record Requested(String operation, Map<?, ?> body) {

    static Requested of(Message request) {
        Object operation = request.getApplicationProperties() == null
                ? null
                : request.getApplicationProperties().getValue().get("operation");
        if (operation == null
                || !(request.getBody() instanceof AmqpValue value)
                || !(value.getValue() instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("A request needs an operation and a map as its body");
        }
        return new Requested(operation.toString(), map);
    }

    /** A map within the body, empty when it is not there. */
    Requested part(String key) {
        return new Requested(operation, body.get(key) instanceof Map<?, ?> map ? map : Map.of());
    }

    long number(String key) {
        return body.get(key) instanceof Number number ? number.longValue() : 0;
    }

    @Nullable
    String text(String key) {
        Object value = body.get(key);
        return value == null ? null : value.toString();
    }

    String requiredText(String key) {
        String text = text(key);
        if (text == null) {
            throw new IllegalArgumentException("The request lacks '%s'".formatted(key));
        }
        return text;
    }

    byte[] bytes(String key) {
        if (!(body.get(key) instanceof Binary binary)) {
            return new byte[0];
        }
        byte[] bytes = new byte[binary.getLength()];
        System.arraycopy(binary.getArray(), binary.getArrayOffset(), bytes, 0, bytes.length);
        return bytes;
    }

    boolean isZero(String key) {
        return body.get(key) instanceof UnsignedInteger number && number.intValue() == 0;
    }

    Map<String, Object> properties(String key) {
        return Outcomes.named(body.get(key) instanceof Map<?, ?> map ? map : null);
    }

    List<Long> numbers(String key) {
        return list(key).stream().map(value -> ((Number) value).longValue()).toList();
    }

    List<UUID> tokens(String key) {
        return list(key).stream().map(UUID.class::cast).toList();
    }

    /** A list or an array, of objects or of primitives. */
    List<?> list(String key) {
        Object value = body.get(key);
        if (value instanceof List<?> list) {
            return list;
        }
        List<Object> list = new ArrayList<>();
        if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(Array.get(value, i));
            }
        }
        return list;
    }
}
