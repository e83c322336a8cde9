package io.aifactory.localbus.amqp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.engine.TransportException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves bytes between a socket and the AMQP engine, and keeps the connection alive while both sides are idle. */
final class AmqpConnection extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(AmqpConnection.class);
    private static final int MAX_FRAME_SIZE = 64 * 1024;

    private final Transport transport = Proton.transport();
    private final Connection connection = Proton.connection();
    private final Collector collector = Proton.collector();
    private final ConnectionEvents events;
    private final Sasl sasl;
    private @Nullable ChannelHandlerContext channel;
    private @Nullable ScheduledFuture<?> heartbeat;
    private boolean flushPlanned;

    AmqpConnection(Bus bus) {
        this.events = new ConnectionEvents(bus, new Peer(this::planFlush));
        transport.setMaxFrameSize(MAX_FRAME_SIZE);
        transport.setIdleTimeout(Math.toIntExact(bus.limits().idleTimeout().toMillis()));
        sasl = transport.sasl();
        sasl.server();
        sasl.setMechanisms("ANONYMOUS");
        transport.bind(connection);
        connection.collect(collector);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context;
        flush();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            feed(bytes);
        } catch (TransportException error) {
            log.warn(
                    "Connection from {} breaks the protocol: {}",
                    context.channel().remoteAddress(),
                    error.getMessage());
        } finally {
            bytes.release();
        }
        work();
    }

    private void feed(ByteBuf bytes) {
        while (bytes.isReadable() && transport.capacity() > 0) {
            ByteBuffer tail = transport.tail();
            int amount = Math.min(tail.remaining(), bytes.readableBytes());
            tail.limit(tail.position() + amount);
            bytes.readBytes(tail);
            transport.process();
            authenticate();
        }
    }

    /** Who somebody is, is told by the tokens at $cbs; the transport asks for nothing. */
    private void authenticate() {
        if (sasl.getOutcome() == Sasl.SaslOutcome.PN_SASL_NONE && sasl.getRemoteMechanisms().length > 0) {
            sasl.done(Sasl.SaslOutcome.PN_SASL_OK);
        }
    }

    private void work() {
        for (Event event = collector.peek(); event != null; event = collector.peek()) {
            if (event.getType() == Event.Type.CONNECTION_REMOTE_OPEN) {
                beat();
            }
            events.on(event);
            collector.pop();
        }
        planFlush();
    }

    private void planFlush() {
        ChannelHandlerContext current = channel;
        if (current != null && !flushPlanned) {
            flushPlanned = true;
            current.executor().execute(this::flush);
        }
    }

    private void flush() {
        flushPlanned = false;
        ChannelHandlerContext current = channel;
        if (current == null) {
            return;
        }
        int pending = transport.pending();
        while (pending > 0) {
            var unused =
                    current.write(current.alloc().buffer(pending).writeBytes(transport.head()), current.voidPromise());
            transport.pop(pending);
            pending = transport.pending();
        }
        current.flush();
        if (pending < 0) {
            var unused = current.close();
        }
    }

    /** Sends an empty frame when nothing else was sent for long, and ends a connection whose other side is silent. */
    private void beat() {
        ChannelHandlerContext current = channel;
        if (current == null) {
            return;
        }
        long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        long deadline = transport.tick(now);
        flush();
        if (deadline > 0) {
            heartbeat = current.executor().schedule(this::beat, Math.max(1, deadline - now), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        channel = null;
        if (heartbeat != null) {
            heartbeat.cancel(false);
        }
        events.onDisconnected();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            log.debug("Connection from {} broke", context.channel().remoteAddress(), cause);
        } else {
            log.error(
                    "Connection from {} is closed after an error",
                    context.channel().remoteAddress(),
                    cause);
        }
        var unused = context.close();
    }
}
