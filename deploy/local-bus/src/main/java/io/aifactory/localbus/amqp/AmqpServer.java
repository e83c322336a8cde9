package io.aifactory.localbus.amqp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Listens on a loopback port and serves each connection on the one thread of the bus. */
public final class AmqpServer implements AutoCloseable {

    private final Bus bus;
    private final EventLoopGroup thread;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;

    private AmqpServer(Bus bus, EventLoopGroup thread, int port) {
        this.bus = bus;
        this.thread = thread;
        this.listener = listen(port);
    }

    /**
     * Starts to listen; throws {@link PortUnavailable} when it cannot.
     *
     * @param thread a group of exactly one thread
     * @param port the port, or 0 for any free one
     */
    public static AmqpServer start(Bus bus, EventLoopGroup thread, int port) {
        return new AmqpServer(bus, thread, port);
    }

    private Channel listen(int port) {
        ChannelFuture bound = new ServerBootstrap()
                .group(thread)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
                        channel.pipeline().addLast(new AmqpConnection(bus));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new PortUnavailable(port, bound.cause());
        }
        return bound.channel();
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Stops listening and drops every connection. */
    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
    }
}
