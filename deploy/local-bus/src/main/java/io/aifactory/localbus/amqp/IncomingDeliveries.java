package io.aifactory.localbus.amqp;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.LinkError;
import org.apache.qpid.proton.codec.ReadableBuffer;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/** Collects what arrives on a link into whole messages, and detaches a link whose message is too large. */
final class IncomingDeliveries implements LinkEndpoint {

    /** Takes one whole message. */
    interface Sink {
        void take(Delivery delivery, byte[] message);
    }

    private static final int CREDIT = 1000;

    private final Receiver link;
    private final Peer peer;
    private final int maxMessageSize;
    private final Sink sink;

    IncomingDeliveries(Receiver link, Peer peer, int maxMessageSize, Sink sink) {
        this.link = link;
        this.peer = peer;
        this.maxMessageSize = maxMessageSize;
        this.sink = sink;
    }

    void start() {
        link.flow(CREDIT);
    }

    @Override
    public void onDelivery(Delivery updated) {
        for (Delivery delivery = link.current(); delivery != null; delivery = link.current()) {
            if (delivery.available() > maxMessageSize) {
                refuse();
                return;
            }
            if (delivery.isPartial()) {
                return;
            }
            take(delivery);
        }
    }

    private void take(Delivery delivery) {
        ReadableBuffer content = link.recv();
        byte[] message = new byte[content.remaining()];
        content.get(message);
        link.advance();
        if (link.getCredit() < CREDIT / 2) {
            link.flow(CREDIT - link.getCredit());
        }
        if (delivery.isAborted()) {
            delivery.settle();
        } else {
            sink.take(delivery, message);
        }
    }

    private void refuse() {
        link.setCondition(new ErrorCondition(
                LinkError.MESSAGE_SIZE_EXCEEDED, "A message is larger than %d bytes".formatted(maxMessageSize)));
        link.close();
        peer.wake();
    }
}
