package io.aifactory.bench.processes;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A wire between a process and what it talks to, which can be cut, lose what is sent over it for a while, or be slow. What
 * a black hole keeps comes through once the wire is whole again, as TCP would send it again.
 */
public final class Proxy implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final EventLoopGroup loop;
    private final int target;
    private final Channel door;
    private final Set<Wire> wires = new LinkedHashSet<>();
    private boolean whole = true;
    private Duration delay = Duration.ZERO;

    /** Opens a wire to the given port; the group has one thread, which owns all state. */
    public Proxy(EventLoopGroup loop, int target) {
        this.loop = loop;
        this.target = target;
        this.door = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel near) {
                        connect(near);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Returns where the near end is. */
    public int port() {
        return ((InetSocketAddress) door.localAddress()).getPort();
    }

    /** Breaks every connection there is; new ones may come. */
    public void cut() {
        loop.execute(() -> Set.copyOf(wires).forEach(Wire::close));
    }

    /** Lets nothing through any more, on connections there are and on new ones, without breaking any. */
    public void blackHole() {
        loop.execute(() -> setWhole(false));
    }

    /** Holds everything back for the given time. */
    public void slow(Duration by) {
        loop.execute(() -> delay = by);
    }

    /** Is a good wire again. */
    public void heal() {
        loop.execute(() -> {
            delay = Duration.ZERO;
            setWhole(true);
        });
    }

    private void setWhole(boolean now) {
        whole = now;
        wires.forEach(Wire::flow);
    }

    private void connect(Channel near) {
        var connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel far) {}
                })
                .connect(LOOPBACK, target);
        connecting.addListener(connected -> {
            if (connected.isSuccess()) {
                join(near, connecting.channel());
            } else {
                var unused = near.close();
            }
        });
    }

    private void join(Channel near, Channel far) {
        var wire = new Wire(near, far, () -> whole, () -> delay);
        wires.add(wire);
        wire.onClose(() -> wires.remove(wire));
        wire.flow();
    }

    @Override
    public void close() {
        door.close().syncUninterruptibly();
        cut();
    }
}
