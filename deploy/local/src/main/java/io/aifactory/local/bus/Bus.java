package io.aifactory.local.bus;

import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import io.aifactory.localbus.amqp.SharedKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the bus by itself. */
@Command(
        name = "bus",
        description = "Run the local bus alone, in the foreground, until it is told to end.",
        footer = {
            "",
            "It speaks AMQP 1.0 as Azure Service Bus does; its key lies in .factory/keys/bus-key.",
            "",
            "Example:",
            "  ./factory bus --port 5673 --config deploy/Config.json --data /tmp/bus"
        })
public final class Bus implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "5672", description = "The port to listen on. Default: 5672.")
    private int port = 5672;

    @Option(names = "--config", paramLabel = "FILE", description = "Its entities. Default: deploy/Config.json.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Where it keeps messages. Default: .factory/bus.")
    private @Nullable Path data;

    private final FactoryHome home = FactoryHome.current();

    @Override
    public Integer call() {
        var entities = config == null ? home.busConfig() : config;
        if (!Files.isReadable(entities)) {
            throw Refusal.of("There is no readable file " + entities);
        }
        var key = new SharedKey(BusAddress.KEY_NAME, new BusAddress(home, port).key());
        var settings = LocalBusSettings.of(entities, data == null ? home.bus() : data)
                .withPort(port)
                .withKey(key)
                .inAProcessOfItsOwn();
        var bus = LocalBus.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(bus::close));
        System.err.printf(
                "The bus listens on port %d; its key is in %s%n", bus.port(), new BusAddress(home, port).keyFile());
        bus.awaitFailure();
        return 1;
    }
}
