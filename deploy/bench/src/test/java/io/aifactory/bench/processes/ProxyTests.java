package io.aifactory.bench.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTests {

    private static final int SHORT = 300;

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;
    private Proxy proxy;
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::echo);
        proxy = new Proxy(loop, echo.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(10_000);
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        proxy.close();
        echo.close();
        threads.shutdownNow();
        loop.shutdownGracefully().syncUninterruptibly();
    }

    @Test
    void carriesBothDirections() throws IOException {
        assertThat(answerTo("hello")).isEqualTo("hello");
    }

    @Test
    void cutsAndTakesNewConnections() throws IOException {
        assertThat(answerTo("hello")).isEqualTo("hello");

        proxy.cut();

        await().until(() -> client.getInputStream().read() < 0);
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        assertThat(answerTo("again")).isEqualTo("again");
    }

    @Test
    void keepsWhatABlackHoleTookUntilItIsHealed() throws IOException {
        assertThat(answerTo("before")).isEqualTo("before");
        proxy.blackHole();
        client.setSoTimeout(SHORT);

        assertThatThrownBy(() -> answerTo("during")).isInstanceOf(SocketTimeoutException.class);

        proxy.heal();
        client.setSoTimeout(10_000);
        assertThat(new String(client.getInputStream().readNBytes("during".length()), UTF_8))
                .isEqualTo("during");
    }

    @Test
    void isSlowButKeepsTheOrder() throws IOException {
        proxy.slow(Duration.ofMillis(SHORT));
        long begin = System.nanoTime();
        client.getOutputStream().write("slow-".getBytes(UTF_8));
        proxy.heal();
        client.getOutputStream().write("fast".getBytes(UTF_8));

        assertThat(new String(client.getInputStream().readNBytes(9), UTF_8)).isEqualTo("slow-fast");
        assertThat(System.nanoTime() - begin).isPositive();
    }

    private String answerTo(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
        return new String(client.getInputStream().readNBytes(text.length()), UTF_8);
    }

    private void echo() {
        try {
            while (true) {
                Socket accepted = echo.accept();
                threads.execute(() -> echo(accepted));
            }
        } catch (IOException closed) {
            assertThat(echo.isClosed()).isTrue();
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException cut) {
            assertThat(cut).hasMessageNotContaining("refused");
        }
    }
}
