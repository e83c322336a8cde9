package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.Settlement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Modified;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.jspecify.annotations.Nullable;

/** What the outcomes of AMQP mean to Service Bus. */
final class Outcomes {

    private Outcomes() {}

    /** The decision behind an outcome; a delivery settled without any is given back. */
    static Settlement settlement(@Nullable DeliveryState state) {
        if (state == null || state instanceof Released) {
            return new Settlement.Release();
        }
        if (state instanceof Accepted) {
            return new Settlement.Complete();
        }
        if (state instanceof Rejected rejected) {
            return deadLetter(rejected);
        }
        if (state instanceof Modified modified) {
            Map<String, Object> properties = named(modified.getMessageAnnotations());
            return Boolean.TRUE.equals(modified.getUndeliverableHere())
                    ? new Settlement.Defer(properties)
                    : new Settlement.Abandon(properties);
        }
        throw new UnsupportedOperationException("The outcome %s is not supported".formatted(state.getType()));
    }

    private static Settlement deadLetter(Rejected rejected) {
        return rejected.getError() == null
                ? new Settlement.DeadLetter(Map.of())
                : new Settlement.DeadLetter(named(rejected.getError().getInfo()));
    }

    static Map<String, Object> named(@Nullable Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (map != null) {
            map.forEach((name, value) -> named.put(name.toString(), value));
        }
        return named;
    }
}
