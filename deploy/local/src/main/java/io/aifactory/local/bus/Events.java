package io.aifactory.local.bus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusErrorContext;
import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows the bus. */
@Command(
        name = "events",
        description = "Show what the services tell each other.",
        footer = {
            "",
            "Shows what gathered since the last time; with -f goes on until interrupted. Each event is shown once.",
            "",
            "Examples:",
            "  ./factory events -f",
            "  ./factory events --json | jq .type"
        })
public final class Events implements Callable<Integer> {

    private static final String TOPIC = "factory-events";
    private static final String SUBSCRIPTION = "observer";
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofSeconds(3);

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as events come.")
    private boolean follow;

    @Mixin
    private Output output = new Output();

    private final AtomicLong lastSeen = new AtomicLong();
    private volatile @Nullable Throwable failure;

    @Override
    public Integer call() {
        try (var client = new ServiceBusClientBuilder()
                .connectionString(address().connectionString())
                .processor()
                .topicName(TOPIC)
                .subscriptionName(SUBSCRIPTION)
                .receiveMode(ServiceBusReceiveMode.PEEK_LOCK)
                .processMessage(this::show)
                .processError(this::failed)
                .buildProcessorClient()) {
            lastSeen.set(System.nanoTime() + FIRST.minus(QUIET).toNanos());
            client.start();
            while (failure == null && (follow || System.nanoTime() - lastSeen.get() < QUIET.toNanos())) {
                Waiting.pause(Duration.ofMillis(100));
            }
        }
        refuseIfFailed();
        return 0;
    }

    private static BusAddress address() {
        var home = FactoryHome.current();
        var state = new StateFile(home)
                .readSupervised()
                .orElseThrow(() -> Refusal.unreachable("The factory is not up. Start it with ./factory up"));
        return new BusAddress(home, state.ports().getOrDefault(Ports.BUS, 0));
    }

    private void show(ServiceBusReceivedMessageContext context) {
        lastSeen.set(System.nanoTime());
        var event = ObservedEvent.of(context.getMessage());
        if (output.json()) {
            output.jsonLine(event.document());
        } else {
            output.line(event.line());
        }
    }

    private void failed(ServiceBusErrorContext context) {
        if (!follow) {
            failure = context.getException();
        }
    }

    private void refuseIfFailed() {
        if (failure != null) {
            throw Refusal.unreachable("The bus does not answer: " + failure.getMessage());
        }
    }
}
