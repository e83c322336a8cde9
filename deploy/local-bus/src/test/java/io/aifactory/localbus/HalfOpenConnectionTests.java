package io.aifactory.localbus;

import static io.aifactory.localbus.BusClients.bodies;
import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.localbus.amqp.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver is gone and nothing says so: no goodbye, no end of the connection. */
class HalfOpenConnectionTests {

    /** So that no lock ends by itself, and it is the silence alone that frees the session. */
    private static final Clock STANDING = Clock.fixed(Instant.now(), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void givesTheSessionOfASilentReceiverToAnother() throws Exception {
        LocalBusSettings settings = LocalBusSettings.of(LocalBusTests.ENTITIES, data)
                .withLimits(Limits.DEFAULT.withIdleTimeout(Duration.ofSeconds(4)))
                .withClock(STANDING);
        try (LocalBus bus = LocalBus.start(settings);
                Pipe pipe = new Pipe(bus.port());
                BusClients silent =
                        new BusClients(bus.connectionString().replace(":" + bus.port(), ":" + pipe.port()));
                BusClients other = new BusClients(bus.connectionString())) {
            for (String body : new String[] {"m1", "m2", "m3"}) {
                other.sender("lanes").sendMessage(message(body).setSessionId("lane-1"));
            }
            var first = silent.closing(silent.sessions("lanes").acceptSession("lane-1"));
            first.complete(receive(first, 3).get(0));

            pipe.block();
            var second = await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> other.closing(other.sessions("lanes").acceptSession("lane-1")), found -> true);

            assertThat(bodies(receive(second, 2))).containsExactly("m2", "m3");
            pipe.close();
        }
    }

    /** Hands bytes on between a client and the bus until it is told to hold them back. */
    private static final class Pipe implements AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final int target;
        private volatile boolean blocked;

        Pipe(int target) throws IOException {
            this.target = target;
            threads.execute(this::accept);
        }

        int port() {
            return listener.getLocalPort();
        }

        void block() {
            blocked = true;
        }

        private void accept() {
            try {
                while (!listener.isClosed()) {
                    Socket client = listener.accept();
                    Socket bus = new Socket();
                    bus.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                    sockets.addAll(List.of(client, bus));
                    threads.execute(() -> copy(client, bus));
                    threads.execute(() -> copy(bus, client));
                }
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }

        /** What comes while it is blocked is swallowed; the sockets stay open. */
        private void copy(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try {
                for (int read = from.getInputStream().read(buffer);
                        read >= 0;
                        read = from.getInputStream().read(buffer)) {
                    if (!blocked) {
                        to.getOutputStream().write(buffer, 0, read);
                    }
                }
            } catch (IOException gone) {
                blocked = true;
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
            threads.shutdownNow();
        }
    }
}
