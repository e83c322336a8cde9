package io.aifactory.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which faults come, and when. The same seed gives the same faults in the same order with the same pauses. */
final class Schedule implements FaultSource {

    private final Random random;
    private final Duration every;
    private final Targets targets;

    Schedule(long seed, Duration every, Targets targets) {
        this.random = new Random(seed);
        this.every = every;
        this.targets = targets;
    }

    @Override
    public boolean endless() {
        return true;
    }

    @Override
    public Optional<Planned> next() {
        var pause = Duration.ofMillis(every.toMillis() / 2 + random.nextLong(every.toMillis() + 1));
        return Optional.of(new Planned(pause, fault(random.nextInt(100))));
    }

    private Fault fault(int dice) {
        if (dice < 50) {
            return new Fault.Kill(one(targets.processes()), millis(200, 3000));
        }
        if (dice < 60) {
            return new Fault.Pause(one(targets.processes()), millis(500, 6000));
        }
        if (dice < 70) {
            return new Fault.Cut(one(targets.wires()));
        }
        if (dice < 78) {
            return new Fault.BlackHole(one(targets.wires()), millis(1000, 8000));
        }
        if (dice < 84) {
            return new Fault.Slow(one(targets.wires()), millis(20, 200), millis(1000, 6000));
        }
        return strange(dice);
    }

    private Fault strange(int dice) {
        if (dice < 91) {
            return new Fault.Copies(millis(1000, 6000));
        }
        if (dice < 94) {
            return new Fault.Unparsable(1 + random.nextInt(3));
        }
        if (dice < 98) {
            var by = millis(1_000, 600_000);
            return new Fault.ClockStep(
                    one(targets.roles()), random.nextBoolean() ? by : by.negated(), millis(1000, 8000));
        }
        var lasting = millis(500, 3000);
        return targets.diskCanBeFull() ? new Fault.DiskFull(lasting) : new Fault.Kill(Site.BUS, lasting);
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(from + random.nextInt(to - from));
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /**
     * What can be hit.
     *
     * @param processes the processes
     * @param wires the wires
     * @param roles those with a clock of their own
     * @param diskCanBeFull whether the bus has a disk of its own
     */
    record Targets(List<String> processes, List<String> wires, List<String> roles, boolean diskCanBeFull) {

        static Targets in(Site site) {
            return new Targets(
                    site.fleet().names(),
                    site.proxyNames(),
                    site.roleMembers(),
                    site.disk().obstacle().isEmpty());
        }
    }
}
