package io.aifactory.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** On which port each process answers, always on this machine only. */
public final class Ports {

    /** The process that is the bus. */
    public static final String BUS = "bus";

    /** The process that is the database server. */
    public static final String POSTGRES = "postgres";

    private Ports() {}

    /** Returns the port each process has unless told otherwise. */
    public static Map<String, Integer> fixed() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(BUS, 5672);
        ports.put(POSTGRES, 15432);
        for (var service : ServiceName.values()) {
            ports.put(service.label(), service.port());
        }
        return ports;
    }

    /** Returns a free port for each of the given processes. */
    public static Map<String, Integer> free(Collection<String> processes) {
        var sockets = new LinkedHashMap<String, ServerSocket>();
        try {
            for (var process : processes) {
                sockets.put(process, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var ports = new LinkedHashMap<String, Integer>();
            sockets.forEach((process, socket) -> ports.put(process, socket.getLocalPort()));
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        } finally {
            sockets.values().forEach(Ports::release);
        }
    }

    /** Returns whether nobody answers on the given port. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
