package io.aifactory.bench.faults;

import io.aifactory.bench.processes.Ground;
import java.util.function.Consumer;

/** Gives a run its place: a temporary folder, which is kept when something is wrong, and processes, which never stay. */
final class FaultBench {

    private final FaultPlan plan;
    private final Consumer<String> progress;

    FaultBench(FaultPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    Outcome run() {
        var ground = new Ground();
        var fasterStart = new FasterStart(ground.home().app());
        var site = new Site(ground, plan.members(), fasterStart);
        var rescue = new Thread(site::close, "site-down");
        Runtime.getRuntime().addShutdownHook(rescue);
        progress.accept("seed %d, everything is in %s".formatted(plan.seed(), ground.folder()));
        try {
            var outcome = run(site, ground, fasterStart);
            end(site, ground, outcome);
            return outcome;
        } finally {
            site.close();
        }
    }

    private Outcome run(Site site, Ground ground, FasterStart fasterStart) {
        new Opening(site).open(fasterStart, ground);
        return new FaultRun(plan, site, progress)
                .run(new FaultLog(ground.folder().resolve("faults.log")));
    }

    private void end(Site site, Ground ground, Outcome outcome) {
        site.close();
        if (outcome.verdict().good()) {
            ground.remove();
        } else {
            progress.accept("databases, bus, logs and faults.log are kept in " + ground.folder());
        }
    }
}
