package io.aifactory.local.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.BooleanSupplier;

/** Asks processes whether they do their work. */
final class Readiness {

    private static final int TIMEOUT = 1_000;

    private Readiness() {}

    /** Returns a question to a service: its readiness, as its own health says it. */
    static BooleanSupplier ofService(int port) {
        var address = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
        return () -> healthy(address);
    }

    /** Returns a question to anything that listens on a port: whether it takes a connection. */
    static BooleanSupplier ofPort(int port) {
        return () -> listens(port);
    }

    private static boolean healthy(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT);
            connection.setReadTimeout(TIMEOUT);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
