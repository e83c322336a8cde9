package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what runs. */
@Command(
        name = "status",
        description = "Show each process: its state, port, memory and how often it had to be started again.",
        footer = {"", "Ends with exit code 0 when everything is ready, 1 when not yet, 3 when the factory is not up."})
public final class Status implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var state = new Launcher(FactoryHome.current())
                .running()
                .orElseThrow(() -> Refusal.unreachable("The factory is not up. Start it with ./factory up"));
        output.answer(state, StatusTable.of(state).lines());
        return (state.ready() ? ExitCode.DONE : ExitCode.REFUSED).code();
    }
}
