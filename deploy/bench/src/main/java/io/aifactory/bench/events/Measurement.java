package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Case;
import io.aifactory.bench.events.Report.Drain;
import io.aifactory.bench.events.Report.Grown;
import io.aifactory.bench.events.Report.Machine;
import io.aifactory.bench.events.Report.Point;
import io.aifactory.bench.events.Report.Spread;
import io.aifactory.bench.figures.DiskProbe;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Everything that is measured, in the order in which the one disturbs the other least. */
@Component
class Measurement {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Race race;
    private final SingleEvents singles;
    private final Backlogs backlogs;
    private final Arrivals arrivals;
    private final Assignment assignment;
    private final Consumer<String> progress = System.err::println;

    Measurement(Race race, SingleEvents singles, Backlogs backlogs, Arrivals arrivals, Assignment assignment) {
        this.race = race;
        this.singles = singles;
        this.backlogs = backlogs;
        this.arrivals = arrivals;
        this.assignment = assignment;
    }

    Report run() throws InterruptedException {
        long begin = System.nanoTime();
        EventsPlan plan = assignment.plan();
        progress.accept("the disk, then a warm-up");
        var machine = machine();
        race.warmUp();
        progress.accept("one event at a time");
        var single = singles.measure();
        var cases = cases();
        var outbox = outbox();
        var growth = growth(outbox);
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        return new Report(machine, plan, cases, single, drain(outbox), growth, arrivals.repeats(), seconds);
    }

    private List<Case> cases() throws InterruptedException {
        var cases = new ArrayList<Case>();
        for (int projects : assignment.plan().projects()) {
            progress.accept("events of %d projects".formatted(projects));
            cases.add(race.run(projects));
        }
        return cases;
    }

    private Grown outbox() {
        progress.accept("a waiting outbox");
        return backlogs.inOutbox();
    }

    private Map<String, Grown> growth(Grown outbox) {
        var growth = new LinkedHashMap<String, Grown>();
        growth.put("outbox", outbox);
        progress.accept("a waiting inbox, spread over projects");
        growth.put("inboxSpread", backlogs.inInboxSpread());
        progress.accept("a waiting inbox of one project");
        growth.put("inboxOneProject", backlogs.inInboxOfOneProject());
        return growth;
    }

    private static Drain drain(Grown outbox) {
        Point longest = outbox.points().get(outbox.points().size() - 1);
        return new Drain(longest.waiting(), MICROS_PER_SECOND / longest.microsPerRow());
    }

    private Machine machine() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                "%s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version")),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()),
                Spread.of(DiskProbe.syncMicros(Path.of(assignment.folder()))));
    }
}
