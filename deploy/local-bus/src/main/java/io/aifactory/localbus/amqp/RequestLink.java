package io.aifactory.localbus.amqp;

import java.nio.charset.StandardCharsets;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests to a node such as $cbs, has them answered and sends each answer where the request wants it. */
final class RequestLink implements IncomingDeliveries.Sink {

    /** Answers a request; what it throws becomes the answer too. */
    interface Node {
        Reply answer(Message request);
    }

    private static final Logger log = LoggerFactory.getLogger(RequestLink.class);

    private final Node node;
    private final Bus bus;
    private final Peer peer;
    private int answers;

    RequestLink(Node node, Bus bus, Peer peer) {
        this.node = node;
        this.bus = bus;
        this.peer = peer;
    }

    @Override
    public void take(Delivery delivery, byte[] encoded) {
        delivery.disposition(Accepted.getInstance());
        delivery.settle();
        Message request = Message.Factory.create();
        request.decode(encoded, 0, encoded.length);
        byte[] reply = reply(request);
        bus.commits().whenDurable(() -> send(request, reply));
    }

    private byte[] reply(Message request) {
        try {
            return node.answer(request).encodedFor(request);
        } catch (RuntimeException error) {
            Refusal refusal = Refusal.of(error);
            log.debug("Request refused: {}", refusal.description(), error);
            return Reply.refused(refusal).encodedFor(request);
        }
    }

    private void send(Message request, byte[] reply) {
        Sender link = request.getReplyTo() == null ? null : peer.reply(request.getReplyTo());
        if (link == null) {
            log.warn("A request has no link for its answer: reply-to is {}", request.getReplyTo());
            return;
        }
        Delivery delivery = link.delivery(Integer.toString(answers++).getBytes(StandardCharsets.US_ASCII));
        link.send(reply, 0, reply.length);
        delivery.settle();
        link.advance();
        peer.wake();
    }
}
