package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.Destination;
import io.aifactory.localbus.entity.MessageQueue;
import java.util.List;
import java.util.Objects;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.jspecify.annotations.Nullable;

/** Answers the links a client attaches: finds out what each is for and refuses what leads nowhere or is not allowed. */
final class Links {

    private static final String CBS = "$cbs";
    private static final String MANAGEMENT = "/$management";
    private static final String NEEDS_SESSION =
            "It is not possible for an entity that requires sessions to create a non-sessionful message receiver.";
    private static final String HAS_NO_SESSIONS =
            "A sessionful message receiver cannot be created on an entity that does not require sessions.";
    private static final int REQUEST_OVERHEAD = 64 * 1024;

    private final Bus bus;
    private final Peer peer;

    Links(Bus bus, Peer peer) {
        this.bus = bus;
        this.peer = peer;
    }

    void attach(Link link) {
        if (link instanceof Receiver receiver) {
            String address = address(
                    receiver.getRemoteTarget() == null
                            ? null
                            : receiver.getRemoteTarget().getAddress());
            fromClient(receiver, address);
        } else if (link instanceof Sender sender) {
            String address = address(
                    sender.getRemoteSource() == null
                            ? null
                            : sender.getRemoteSource().getAddress());
            toClient(sender, address);
        }
    }

    private static String address(@Nullable String given) {
        return given == null ? "" : given.replaceAll("^/+|/+$", "");
    }

    private void fromClient(Receiver link, String address) {
        if (address.equals(CBS)) {
            takeRequests(link, new CbsNode(bus, peer));
        } else if (!mayUse(address)) {
            refuse(link, unauthorized(address));
        } else if (address.endsWith(MANAGEMENT)) {
            manage(link, address.substring(0, address.length() - MANAGEMENT.length()));
        } else {
            send(link, address);
        }
    }

    private void send(Receiver link, String address) {
        Destination destination = bus.entities().destination(address);
        if (destination == null) {
            refuse(link, Refusal.unknownEntity(address));
        } else {
            take(link, bus.limits().maxMessageSize(), new SendLink(destination, bus, peer));
        }
    }

    private void manage(Receiver link, String entity) {
        List<Operations> operations = ManagementNode.operations(entity, bus, peer);
        if (operations.isEmpty()) {
            refuse(link, Refusal.unknownEntity(entity));
        } else {
            takeRequests(link, new ManagementNode(operations));
        }
    }

    private void takeRequests(Receiver link, RequestLink.Node node) {
        take(link, bus.limits().maxMessageSize() + REQUEST_OVERHEAD, new RequestLink(node, bus, peer));
    }

    private void take(Receiver link, int maxMessageSize, IncomingDeliveries.Sink sink) {
        link.setMaxMessageSize(UnsignedLong.valueOf(maxMessageSize));
        IncomingDeliveries deliveries = new IncomingDeliveries(link, peer, maxMessageSize, sink);
        open(link, deliveries);
        deliveries.start();
    }

    private void toClient(Sender link, String address) {
        if (address.equals(CBS)) {
            reply(link);
        } else if (!mayUse(address)) {
            refuse(link, unauthorized(address));
        } else if (address.endsWith(MANAGEMENT)) {
            reply(link);
        } else {
            receive(link, address);
        }
    }

    private void receive(Sender link, String address) {
        MessageQueue queue = bus.entities().queue(address);
        if (queue == null) {
            refuse(link, Refusal.unknownEntity(address));
            return;
        }
        if (SessionFilter.isSetOn(link) != queue.requiresSession()) {
            refuse(link, Refusal.notAllowed(queue.requiresSession() ? NEEDS_SESSION : HAS_NO_SESSIONS));
        } else if (queue.requiresSession()) {
            SessionReceiveLink endpoint = new SessionReceiveLink(link, queue, bus, peer);
            link.setContext(endpoint);
            queue.attachToSession(endpoint);
        } else {
            ReceiveLink endpoint = new ReceiveLink(link, queue, bus, peer);
            open(link, endpoint);
            queue.attach(endpoint);
        }
    }

    private void reply(Sender link) {
        String replyTo = replyAddress(link);
        peer.addReply(replyTo, link);
        open(link, new LinkEndpoint() {
            @Override
            public void onClosed(boolean failed) {
                peer.removeReply(replyTo, link);
            }
        });
    }

    /** A link may leave out the address it is known by; then it is known by its name. */
    private static String replyAddress(Sender link) {
        String address =
                link.getRemoteTarget() == null ? null : link.getRemoteTarget().getAddress();
        return Objects.requireNonNullElseGet(address, link::getName);
    }

    private boolean mayUse(String address) {
        return peer.mayUse(address, bus.clock().instant());
    }

    private static Refusal unauthorized(String address) {
        return Refusal.unauthorized("Unauthorized access. No valid token was put for '%s'.".formatted(address));
    }

    private static void open(Link link, LinkEndpoint endpoint) {
        link.setContext(endpoint);
        link.setSource(link.getRemoteSource());
        link.setTarget(link.getRemoteTarget());
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
        link.open();
    }

    private static void refuse(Link link, Refusal refusal) {
        link.setContext(new LinkEndpoint() {});
        link.open();
        link.setCondition(refusal.errorCondition());
        link.close();
    }
}
