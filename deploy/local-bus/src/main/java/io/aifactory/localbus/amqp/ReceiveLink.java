package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.Consumer;
import io.aifactory.localbus.entity.DeliveredMessage;
import io.aifactory.localbus.entity.MessageQueue;
import java.util.Objects;
import java.util.UUID;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.jspecify.annotations.Nullable;

/** Delivers messages of a queue to a client and carries out what the client decides about them. */
final class ReceiveLink implements LinkEndpoint, Consumer {

    private final Sender link;
    private final MessageQueue queue;
    private final Bus bus;
    private final Peer peer;
    private boolean stopped;

    ReceiveLink(Sender link, MessageQueue queue, Bus bus, Peer peer) {
        this.link = link;
        this.queue = queue;
        this.bus = bus;
        this.peer = peer;
    }

    @Override
    public boolean wantsMore() {
        return !stopped && link.getCredit() > 0;
    }

    @Override
    public boolean settlesOnDelivery() {
        return link.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
    }

    @Override
    public void deliver(DeliveredMessage message) {
        UUID token = Objects.requireNonNullElseGet(message.lockToken(), UUID::randomUUID);
        byte[] encoded = bus.codec().encode(message);
        Delivery delivery = link.delivery(LockTokens.deliveryTag(token));
        delivery.setContext(token);
        link.send(encoded, 0, encoded.length);
        if (settlesOnDelivery()) {
            delivery.settle();
            bus.commits().flush();
        }
        link.advance();
        peer.wake();
    }

    @Override
    public void onFlow() {
        queue.dispatch();
        if (link.getDrain()) {
            link.drained();
        }
    }

    @Override
    public void onDelivery(Delivery delivery) {
        if (delivery.isSettled() || !(delivery.remotelySettled() || delivery.getRemoteState() != null)) {
            return;
        }
        DeliveryState wanted = delivery.getRemoteState();
        try {
            queue.settle((UUID) delivery.getContext(), Outcomes.settlement(wanted));
            bus.commits().whenDurable(() -> confirm(delivery, wanted));
        } catch (RuntimeException error) {
            confirm(delivery, Refusal.of(error).rejected());
        }
    }

    /** No more deliveries; what was decided already is still confirmed. */
    void stop() {
        stopped = true;
    }

    private void confirm(Delivery delivery, @Nullable DeliveryState state) {
        if (state != null) {
            delivery.disposition(state);
        }
        delivery.settle();
        peer.wake();
    }

    @Override
    public void onClosed(boolean failed) {
        stop();
        queue.detach(this, failed);
        bus.commits().flush();
    }
}
