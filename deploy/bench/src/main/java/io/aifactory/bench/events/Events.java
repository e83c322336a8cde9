package io.aifactory.bench.events;

import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast events travel, beside the bare client and with much waiting. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description =
                "Measure events through outbox, bus and inbox: throughput, latency, the ratio to what the bare client does"
                        + " on the same bus, and how time and memory grow with what waits.",
        footer = {
            "",
            "Examples:",
            "  ./factory bench events",
            "  ./factory bench events --backlog 1000,10000,100000,1000000",
            "  ./factory bench events --json > events.json"
        })
public final class Events implements Callable<Integer> {

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Events on each way before anything is measured. Default: 60000.")
    private int warmUp = 60_000;

    @Option(names = "--events", paramLabel = "N", description = "Events in each round. Default: 6000.")
    private int events = 6_000;

    @Option(names = "--rounds", paramLabel = "R", description = "Rounds on each way, for each case. Default: 5.")
    private int rounds = 5;

    @Option(
            names = "--projects",
            split = ",",
            paramLabel = "P",
            description = "Among how many projects; one case each. Default: 1,10,250.")
    private List<Integer> projects = List.of(1, 10, 250);

    @Option(names = "--publishers", paramLabel = "T", description = "Threads that publish. Default: 6.")
    private int publishers = 6;

    @Option(names = "--singles", paramLabel = "N", description = "Events sent one at a time. Default: 200.")
    private int singles = 200;

    @Option(
            names = "--backlog",
            split = ",",
            paramLabel = "N",
            description = "How many rows wait; one case each. Default: 1000,10000,100000.")
    private List<Integer> backlogs = List.of(1_000, 10_000, 100_000);

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "How many entries of a waiting inbox are handled, at most. Default: 2000.")
    private int sample = 2_000;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var bench = new EventsBench(plan(), output::progress)) {
            var report = bench.run();
            output.answer(report, new Tables(report).lines());
            return ExitCode.DONE.code();
        }
    }

    private EventsPlan plan() {
        try {
            return new EventsPlan(warmUp, events, rounds, projects, publishers, singles, backlogs, sample);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }
}
