package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the factory. */
@Command(
        name = "up",
        description = "Start the factory: the bus, the database server and the five services, in the background.",
        footer = {
            "",
            "What dies is started again. Data, keys and logs lie in .factory and outlive a restart.",
            "",
            "Examples:",
            "  ./factory up                     start, wait until everything is ready",
            "  ./factory up --ports auto        the same on free ports",
            "  ./factory up --without scoring   leave a service out, to run it from an IDE instead"
        })
public final class Up implements Callable<Integer> {

    @Option(names = "--ports", defaultValue = "fixed", description = "fixed or auto: on free ports. Default: fixed.")
    private PortChoice ports = PortChoice.fixed;

    @Option(names = "--without", split = ",", description = "Services to leave out.")
    private List<String> without = List.of();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        refuseUnknownServices();
        var launcher = new Launcher(FactoryHome.current());
        var running = launcher.running().filter(FactoryState::ready);
        if (running.isPresent()) {
            output.progress("The factory is up already.");
            output.answer(running.get(), List.of());
            return 0;
        }
        var state = new StartUp(launcher, output::progress).run(ports.ports(without));
        output.answer(state, StatusTable.of(state).lines());
        return 0;
    }

    private void refuseUnknownServices() {
        var known = Stream.of(ServiceName.values()).map(ServiceName::label).toList();
        without.stream().filter(service -> !known.contains(service)).findFirst().ifPresent(unknown -> {
            throw Refusal.usage(
                    "There is no service '%s'. The services are %s.".formatted(unknown, String.join(", ", known)));
        });
    }
}
