package io.aifactory.localbus.amqp;

import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.message.Message;

/** The node $cbs: takes access tokens and remembers what they open for this connection. */
record CbsNode(Bus bus, Peer peer) implements RequestLink.Node {

    @Override
    public Reply answer(Message request) {
        if (!(request.getBody() instanceof AmqpValue value) || !(value.getValue() instanceof String token)) {
            throw new AccessRefused("The request carries no token");
        }
        peer.allow(AccessToken.verified(token, bus.key(), bus.clock().instant()));
        return Reply.accepted();
    }
}
