package io.aifactory.bench.processes;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One connection through a proxy. What goes in at one end comes out at the other in the same order. */
final class Wire {

    private final Channel near;
    private final Channel far;
    private final BooleanSupplier whole;
    private final Supplier<Duration> delay;

    Wire(Channel near, Channel far, BooleanSupplier whole, Supplier<Duration> delay) {
        this.near = near;
        this.far = far;
        this.whole = whole;
        this.delay = delay;
        near.pipeline().addLast(new Forward(far));
        far.pipeline().addLast(new Forward(near));
    }

    void onClose(Runnable action) {
        near.closeFuture().addListener(closed -> action.run());
    }

    /** Reads from each end as long as the wire is whole and the other end takes it. */
    void flow() {
        near.config().setAutoRead(whole.getAsBoolean() && far.isWritable());
        far.config().setAutoRead(whole.getAsBoolean() && near.isWritable());
    }

    void close() {
        close(near);
        close(far);
    }

    private static void close(Channel end) {
        var unused = end.close();
    }

    /** Carries one direction. */
    private final class Forward extends ChannelInboundHandlerAdapter {

        private final Channel to;
        private long lastDue;

        private Forward(Channel to) {
            this.to = to;
            this.lastDue = System.nanoTime();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            inTurn(() -> {
                var unused = to.writeAndFlush(bytes);
            });
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            inTurn(() -> close(to));
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            flow();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
            Wire.this.close();
        }

        /** Nothing overtakes what was held back before it. */
        private void inTurn(Runnable action) {
            long now = System.nanoTime();
            long due = Math.max(now + delay.get().toNanos(), lastDue);
            if (due - now <= 0) {
                action.run();
                return;
            }
            lastDue = due;
            var unused = to.eventLoop().schedule(action, due - now, TimeUnit.NANOSECONDS);
        }
    }
}
