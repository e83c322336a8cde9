package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.ArrivedMessage;
import io.aifactory.localbus.entity.Destination;
import java.util.List;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;

/** Takes what a client sends to a queue or topic and confirms it once it is on disk. */
final class SendLink implements IncomingDeliveries.Sink {

    private static final int BATCH_FORMAT = 0x80013700;

    private final Destination destination;
    private final Bus bus;
    private final Peer peer;

    SendLink(Destination destination, Bus bus, Peer peer) {
        this.destination = destination;
        this.bus = bus;
        this.peer = peer;
    }

    @Override
    public void take(Delivery delivery, byte[] message) {
        try {
            bus.gate().requireOpen();
            destination.accept(messages(delivery, message));
            bus.gate().enter(message.length);
            bus.commits().whenDurable(() -> accepted(delivery, message.length));
        } catch (RuntimeException error) {
            settle(delivery, Refusal.of(error).rejected());
        }
    }

    private void accepted(Delivery delivery, int bytes) {
        bus.gate().leave(bytes);
        settle(delivery, Accepted.getInstance());
    }

    private List<ArrivedMessage> messages(Delivery delivery, byte[] message) {
        List<byte[]> encoded =
                delivery.getMessageFormat() == BATCH_FORMAT ? bus.codec().unbatch(message) : List.of(message);
        return encoded.stream().map(bus.codec()::arrived).toList();
    }

    private void settle(Delivery delivery, DeliveryState state) {
        delivery.disposition(state);
        delivery.settle();
        peer.wake();
    }
}
