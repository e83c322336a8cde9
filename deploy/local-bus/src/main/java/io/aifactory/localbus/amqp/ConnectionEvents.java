package io.aifactory.localbus.amqp;

import io.aifactory.localbus.store.GroupCommit;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Session;

/** Answers what the other side of a connection opens, closes and sends. */
final class ConnectionEvents {

    private static final int SESSION_WINDOW_BYTES = 8 * 1024 * 1024;

    private final Links links;
    private final GroupCommit commits;
    private final Peer peer;
    private final Set<LinkEndpoint> endpoints = new LinkedHashSet<>();

    ConnectionEvents(Bus bus, Peer peer) {
        this.links = new Links(bus, peer);
        this.commits = bus.commits();
        this.peer = peer;
    }

    void on(Event event) {
        switch (event.getType()) {
            case CONNECTION_REMOTE_OPEN -> open(event.getConnection());
            case CONNECTION_REMOTE_CLOSE -> close(event.getConnection());
            case SESSION_REMOTE_OPEN -> open(event.getSession());
            case SESSION_REMOTE_CLOSE -> close(event.getSession());
            case LINK_REMOTE_OPEN -> attach(event.getLink());
            case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> close(event.getLink());
            case LINK_FLOW -> endpoint(event.getLink()).onFlow();
            case DELIVERY -> endpoint(event.getLink()).onDelivery(event.getDelivery());
            default -> {
                // everything else is about our own end, which needs no answer
            }
        }
    }

    private static void open(Connection connection) {
        connection.setContainer("local-bus");
        connection.open();
    }

    private static void open(Session session) {
        session.setIncomingCapacity(SESSION_WINDOW_BYTES);
        session.open();
    }

    private void attach(Link link) {
        if (link.getLocalState() == EndpointState.UNINITIALIZED) {
            links.attach(link);
            endpoints.add(endpoint(link));
        }
    }

    private static LinkEndpoint endpoint(Link link) {
        return link.getContext() instanceof LinkEndpoint endpoint ? endpoint : new LinkEndpoint() {};
    }

    private void close(Link link) {
        end(endpoint(link), false);
        commits.whenDurable(() -> farewell(link));
    }

    /** Said only after everything else that is still to be said on the link. */
    private void farewell(Link link) {
        link.close();
        link.free();
        peer.wake();
    }

    private void close(Session session) {
        endLinks(session);
        session.close();
        session.free();
    }

    private void close(Connection connection) {
        endAll(false);
        connection.close();
    }

    private void endLinks(Session session) {
        EnumSet<EndpointState> any = EnumSet.allOf(EndpointState.class);
        for (Link link = session.getConnection().linkHead(any, any); link != null; link = link.next(any, any)) {
            if (link.getSession() == session) {
                end(endpoint(link), false);
            }
        }
    }

    /** The connection is gone, said goodbye or not. */
    void onDisconnected() {
        endAll(true);
    }

    private void endAll(boolean failed) {
        List.copyOf(endpoints).forEach(endpoint -> end(endpoint, failed));
    }

    private void end(LinkEndpoint endpoint, boolean failed) {
        if (endpoints.remove(endpoint)) {
            endpoint.onClosed(failed);
        }
    }
}
