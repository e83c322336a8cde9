package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the factory. */
@Command(name = "down", description = "Stop the factory and leave nothing running. What is in .factory stays.")
public final class Down implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var stopped = new Launcher(FactoryHome.current()).stop();
        output.answer(
                Map.of("stopped", stopped), List.of(stopped ? "The factory is down." : "The factory was not running."));
        return 0;
    }
}
