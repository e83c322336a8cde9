package io.aifactory.bench.faults;

import com.azure.core.exception.AzureException;
import io.aifactory.bench.history.BusReader;
import io.aifactory.bench.history.Checker;
import io.aifactory.bench.history.Expected;
import io.aifactory.bench.history.History;
import io.aifactory.bench.history.HistoryReader;
import io.aifactory.bench.history.SubscriptionContents;
import io.aifactory.bench.history.Subscriptions;
import io.aifactory.bench.history.Verdict;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One run: the workload is asked for while faults come, then everything gets time to heal, then the history is checked. */
final class FaultRun {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String TOPIC = "factory-events";

    private final FaultPlan plan;
    private final Site site;
    private final Workload workload;
    private final Consumer<String> progress;
    private final BusReader bus;
    private final long begin = System.nanoTime();

    FaultRun(FaultPlan plan, Site site, Consumer<String> progress) {
        this.plan = plan;
        this.site = site;
        this.progress = progress;
        this.workload = Workload.of(plan.seed(), plan.events(), plan.projects());
        this.bus = new BusReader(site.connectionString(), TOPIC);
    }

    /** Returns what came of it. */
    Outcome run(FaultLog log) {
        try (var gauge = new Gauge(site.postgres());
                var mischief = new Mischief(site.connectionString(), plan.seed())) {
            var pacing = new Pacing(plan.stepsPerSecond());
            var acceptedInOutage = askWhileFaultsCome(gauge, mischief, pacing, log);
            mischief.finish();
            awaitQuiet(gauge);
            double seconds = (System.nanoTime() - begin) / 1e9;
            site.roleMembers().forEach(member -> site.member(member).keepDown());
            return new Outcome(
                    plan.seed(),
                    plan.projects(),
                    workload.stimuli().size(),
                    log.kinds(),
                    mischief.copies(),
                    seconds,
                    acceptedInOutage,
                    site.disk().obstacle().stream().toList(),
                    verdict(gauge, mischief));
        }
    }

    private Map<String, Integer> askWhileFaultsCome(Gauge gauge, Mischief mischief, Pacing pacing, FaultLog log) {
        try (var driver = new Driver(workload, site.desks(Roles.PROVISIONING), pacing);
                var turmoil = new Turmoil(victims(mischief), source(), log, driver::accepted)) {
            while (!(driver.done() && turmoil.mayEnd())) {
                Waiting.pause(LOOK);
                long effects = gauge.effects();
                pacing.seen(effects);
                tell(driver.accepted(), effects, turmoil.faults());
            }
            return turmoil.acceptedInOutage();
        }
    }

    private FaultSource source() {
        return plan.outage()
                .<FaultSource>map(OneOutage::new)
                .orElseGet(() -> new Schedule(plan.seed(), plan.every(), Schedule.Targets.in(site)));
    }

    private Victims victims(Mischief mischief) {
        return new Victims(site, mischief, new Clocks(site));
    }

    /** Waits until everything asked for is done and nothing waits anywhere, or until nothing moves any more. */
    private void awaitQuiet(Gauge gauge) {
        long last = -1;
        long lastMove = System.nanoTime();
        while (System.nanoTime() - lastMove < plan.patience().toNanos()) {
            long effects = gauge.effects();
            tell(workload.stimuli().size(), effects, 0);
            if (effects >= workload.effects() && gauge.idle() && busIsEmpty()) {
                return;
            }
            if (effects != last) {
                last = effects;
                lastMove = System.nanoTime();
            }
            Waiting.pause(LOOK);
        }
        progress.accept("nothing moved for " + plan.patience() + "; what is there is checked");
    }

    private boolean busIsEmpty() {
        try {
            return contents().stream().allMatch(subscription -> subscription.waiting() == 0);
        } catch (AzureException e) {
            progress.accept("the bus does not answer yet: " + e.getMessage());
            return false;
        }
    }

    private List<SubscriptionContents> contents() {
        return Roles.REACTING.stream().map(bus::read).toList();
    }

    private Verdict verdict(Gauge gauge, Mischief mischief) {
        var services = Roles.ALL.stream()
                .map(role -> HistoryReader.read(role, gauge.database(role)))
                .toList();
        return Checker.check(new History(expected(mischief), services, contents()));
    }

    private Expected expected(Mischief mischief) {
        return new Expected(
                workload.stimuli().stream().map(Stimulus::eventId).collect(Collectors.toSet()),
                workload.poison(),
                mischief.unparsable(),
                Subscriptions.in(site.config()));
    }

    private void tell(int accepted, long effects, int faults) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        progress.accept("%6.0f s  steps %d of %d, effects %d of %d (%.0f/s), faults %d"
                .formatted(
                        seconds,
                        accepted,
                        workload.stimuli().size(),
                        effects,
                        workload.effects(),
                        effects / seconds,
                        faults));
    }
}
