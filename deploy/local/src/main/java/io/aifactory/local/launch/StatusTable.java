package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.ProcessState;
import io.aifactory.local.terminal.Table;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** What runs, for people. */
final class StatusTable {

    private StatusTable() {}

    static Table of(FactoryState state) {
        var table = Table.of("process", "state", "port", "pid", "memory MB", "restarts", "since");
        state.processes()
                .forEach(process -> table.row(
                        process.name(),
                        process.phase().name().toLowerCase(Locale.ROOT),
                        process.port(),
                        Objects.requireNonNullElse(process.pid(), ""),
                        memory(process),
                        process.restarts(),
                        process.since().truncatedTo(ChronoUnit.SECONDS)));
        return table.row(
                "supervisor",
                "ready",
                "",
                state.supervisor(),
                megabytes(Memory.ofTree(state.supervisor(), false)),
                "",
                state.supervisorStarted().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String memory(ProcessState process) {
        var pid = process.pid();
        return pid == null ? "" : megabytes(Memory.ofTree(pid, true));
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "" : String.valueOf(bytes / (1024 * 1024));
    }
}
