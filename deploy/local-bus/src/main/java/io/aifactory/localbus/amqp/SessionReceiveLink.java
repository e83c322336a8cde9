package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.DeliveredMessage;
import io.aifactory.localbus.entity.MessageQueue;
import io.aifactory.localbus.entity.SessionConsumer;
import io.aifactory.localbus.entity.SessionUnavailable;
import java.time.Instant;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.jspecify.annotations.Nullable;

/** A receiving link for the messages of one session; its attach is answered when it has got the session. */
final class SessionReceiveLink implements LinkEndpoint, SessionConsumer {

    private final Sender link;
    private final MessageQueue queue;
    private final Bus bus;
    private final Peer peer;
    private final ReceiveLink deliveries;
    private final Instant waitsUntil;
    private @Nullable String session;

    SessionReceiveLink(Sender link, MessageQueue queue, Bus bus, Peer peer) {
        this.link = link;
        this.queue = queue;
        this.bus = bus;
        this.peer = peer;
        this.deliveries = new ReceiveLink(link, queue, bus, peer);
        this.waitsUntil = bus.clock().instant().plus(SessionFilter.patienceOn(link));
    }

    @Override
    public @Nullable String wantedSession() {
        return SessionFilter.wantedOn(link);
    }

    @Override
    public Object client() {
        return peer;
    }

    @Override
    public Instant waitsUntil() {
        return waitsUntil;
    }

    @Override
    public void granted(String granted, Instant lockedUntil) {
        session = granted;
        link.setSource(SessionFilter.granting(link, granted));
        link.setTarget(link.getRemoteTarget());
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
        link.setProperties(SessionFilter.lockedUntil(lockedUntil));
        link.open();
        peer.wake();
    }

    @Override
    public void refused(SessionUnavailable reason) {
        link.open();
        end(Refusal.of(reason).errorCondition());
    }

    @Override
    public void lost() {
        end(new ErrorCondition(
                Symbol.valueOf("com.microsoft:session-lock-lost"),
                "The lock on session '" + session + "' has run out."));
    }

    private void end(ErrorCondition condition) {
        link.setCondition(condition);
        link.close();
        peer.wake();
    }

    @Override
    public @Nullable String session() {
        return session;
    }

    @Override
    public boolean wantsMore() {
        return deliveries.wantsMore();
    }

    @Override
    public boolean settlesOnDelivery() {
        return deliveries.settlesOnDelivery();
    }

    @Override
    public void deliver(DeliveredMessage message) {
        deliveries.deliver(message);
    }

    @Override
    public void onFlow() {
        deliveries.onFlow();
    }

    @Override
    public void onDelivery(Delivery delivery) {
        deliveries.onDelivery(delivery);
    }

    @Override
    public void onClosed(boolean failed) {
        deliveries.stop();
        queue.detach(this, failed);
        bus.commits().flush();
    }
}
