package io.aifactory.local.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How one process is run.
 *
 * @param name its name
 * @param port the port it answers on
 * @param command its command line
 * @param environment what is set in its environment beside what is there
 * @param log where it writes
 * @param after the processes that have to be ready before it is started for the first time
 * @param ready asks whether it does its work; takes no longer than about a second
 */
record ProcessPlan(
        String name,
        int port,
        List<String> command,
        Map<String, String> environment,
        Path log,
        List<String> after,
        BooleanSupplier ready) {

    ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        after = List.copyOf(after);
    }
}
