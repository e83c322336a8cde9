package io.aifactory.bench.faults;

import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Breaks everything around the messaging and says whether it kept its promises. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Kill, pause, cut off and confuse the services, the bus and PostgreSQL while projects are worked on; then prove that"
                    + " nothing was lost, made up, done twice or done out of order.",
            "Ends with exit code 0 only if every promise was kept."
        },
        footer = {
            "",
            "Examples:",
            "  ./factory bench faults --events 2000 --projects 20 --seed 7",
            "  ./factory bench faults --events 100000 --projects 250",
            "  ./factory bench faults --outage bus --for 2m --events 10000 --rate 10"
        })
public final class Faults implements Callable<Integer> {

    @Option(names = "--events", paramLabel = "N", description = "How many events, at least. Default: 2000.")
    private int events = 2_000;

    @Option(names = "--projects", paramLabel = "P", description = "How many projects, up to 999. Default: 25.")
    private int projects = 25;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Decides workload and faults. Default: a new one each time.")
    private @Nullable Long seed;

    @Option(names = "--replicas", paramLabel = "R", description = "Processes per reacting service. Default: 1.")
    private int replicas = 1;

    @Option(names = "--every", paramLabel = "TIME", description = "Mean pause between faults. Default: 2500ms.")
    private Duration every = Duration.ofMillis(2_500);

    @Option(
            names = "--rate",
            paramLabel = "STEPS",
            description = "Steps asked for per second; each is about 5 events. Default: as many as are handled.")
    private @Nullable Double rate;

    @Option(
            names = "--outage",
            paramLabel = "PROCESS",
            description = "One outage of bus or postgres instead of many faults.")
    private @Nullable String outage;

    @Option(names = "--for", paramLabel = "TIME", description = "How long that outage lasts. Default: 2m.")
    private Duration lasting = Duration.ofMinutes(2);

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            description = "How long it may stand still at the end. Default: 3m.")
    private Duration patience = Duration.ofMinutes(3);

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var outcome = new FaultBench(checkedPlan(), output::progress).run();
        output.answer(outcome.document(), outcome.lines());
        return (outcome.verdict().good() ? ExitCode.DONE : ExitCode.REFUSED).code();
    }

    private FaultPlan checkedPlan() {
        try {
            return plan();
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    private FaultPlan plan() {
        return new FaultPlan(
                seed == null ? new Random().nextInt(1_000_000) : seed,
                events,
                projects,
                replicas,
                every,
                Optional.ofNullable(rate),
                Optional.ofNullable(outage).map(process -> new Fault.Outage(process, lasting)),
                patience);
    }
}
