package io.aifactory.local.launch;

import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.postgres.PostgresServer;
import io.aifactory.local.storagewatch.StorageWatcher;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What runs in the background after {@code up}, until {@code down}. */
@Command(name = "supervise", hidden = true, description = "Runs the factory's processes. Started by up.")
public final class Supervise implements Callable<Integer> {

    @Option(names = "--port", required = true, description = "The port of a process, as name=port.")
    private Map<String, Integer> ports = Map.of();

    private final FactoryHome home = FactoryHome.current();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var lockFile = FactoryHome.made(home.run()).resolve("supervisor.lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw Refusal.of("Another supervisor runs in " + home.root());
            }
            supervise();
        }
        return 0;
    }

    private void supervise() throws InterruptedException {
        var postgres = PostgresServer.in(home, port(Ports.POSTGRES));
        var stateFile = new StateFile(home);
        var former = stateFile.read();
        var supervisor = new Supervisor(new Plans(home, ports, postgres).all(), stateFile, clock);
        var watcher = StorageWatcher.of(home, new BusAddress(home, port(Ports.BUS)), clock);
        var told = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(told, stopped)));
        supervisor.start(former);
        watcher.start();
        told.await();
        watcher.stop();
        supervisor.stop();
        stopped.countDown();
    }

    private static void stop(CountDownLatch told, CountDownLatch stopped) {
        told.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int port(String process) {
        return Objects.requireNonNull(ports.get(process), process);
    }
}
