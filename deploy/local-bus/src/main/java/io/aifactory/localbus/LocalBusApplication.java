package io.aifactory.localbus;

import io.aifactory.localbus.amqp.Limits;
import io.aifactory.localbus.amqp.PortUnavailable;
import io.aifactory.localbus.amqp.SharedKey;
import io.aifactory.localbus.store.LogUnavailable;
import io.aifactory.localbus.topology.InvalidTopology;
import io.aifactory.localbus.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a bus by itself until it is stopped; also a subcommand for a larger command line. */
@Command(
        name = "bus",
        mixinStandardHelpOptions = true,
        description =
                "Runs the local bus: an AMQP 1.0 endpoint that Service Bus clients use as if it were Service Bus.")
public final class LocalBusApplication implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "5672", description = "Loopback port, 0 for any (default: 5672).")
    private int port = 5672;

    @Option(names = "--config", required = true, description = "Entities, in the emulator's Config.json format.")
    private Path config = Path.of("Config.json");

    @Option(names = "--data", required = true, description = "Directory of the message log; made when missing.")
    private Path data = Path.of("data");

    @Option(names = "--max-message-size", description = "Largest message in bytes (default: 1048576).")
    private int maxMessageSize = Limits.DEFAULT.maxMessageSize();

    @Option(names = "--key-name", description = "Name of the shared key (default: RootManageSharedAccessKey).")
    private String keyName = LocalBusSettings.OPEN_KEY.name();

    @ArgGroup
    private @Nullable KeySource keySource;

    @Spec
    private @Nullable CommandSpec spec;

    /** Where the key comes from; without it the bus uses a key that everybody knows. */
    static final class KeySource {

        @Option(names = "--key", description = "The shared key itself; others on this machine can see it.")
        private @Nullable String key;

        @Option(names = "--key-file", description = "A file that holds the shared key.")
        private @Nullable Path file;

        String read() {
            if (key != null) {
                return key;
            }
            try {
                return file == null
                        ? LocalBusSettings.OPEN_KEY.key()
                        : Files.readString(file).strip();
            } catch (IOException error) {
                throw new UncheckedIOException("The key cannot be read from " + file, error);
            }
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LocalBusApplication()).execute(arguments));
    }

    @Override
    public Integer call() {
        try (LocalBus bus = LocalBus.start(settings())) {
            Runtime.getRuntime().addShutdownHook(new Thread(bus::close, "local-bus-shutdown"));
            out("Bus is ready on port %d".formatted(bus.port()));
            bus.awaitFailure();
            return CommandLine.ExitCode.SOFTWARE;
        } catch (InvalidTopology | LogUnavailable | PortUnavailable | UncheckedIOException error) {
            throw refused(error);
        }
    }

    private LocalBusSettings settings() {
        String key = keySource == null ? LocalBusSettings.OPEN_KEY.key() : keySource.read();
        return new LocalBusSettings(
                Topology.read(config),
                data,
                port,
                new SharedKey(keyName, key),
                Limits.DEFAULT.withMaxMessageSize(maxMessageSize),
                Clock.systemUTC(),
                true);
    }

    private ParameterException refused(RuntimeException error) {
        CommandLine commandLine = spec == null ? new CommandLine(this) : spec.commandLine();
        return new ParameterException(commandLine, String.valueOf(error.getMessage()), error);
    }

    private void out(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }
}
