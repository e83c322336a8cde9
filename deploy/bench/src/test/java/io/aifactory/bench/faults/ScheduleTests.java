package io.aifactory.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final Schedule.Targets TARGETS = new Schedule.Targets(
            List.of("postgres", "bus", "lake-service#1"),
            List.of("lake-service#1-bus"),
            List.of("lake-service#1"),
            true);

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(faults(7)).isEqualTo(faults(7)).isNotEqualTo(faults(8));
    }

    @Test
    void everyKindOfFaultComes() {
        assertThat(faults(1).stream().map(planned -> planned.fault().getClass().getSimpleName()))
                .contains("Kill", "Pause", "Cut", "BlackHole", "Slow", "Copies", "Unparsable", "DiskFull", "ClockStep");
    }

    @Test
    void aDiskThatCanNotBeFilledIsLeftAlone() {
        var targets = new Schedule.Targets(TARGETS.processes(), TARGETS.wires(), TARGETS.roles(), false);
        var schedule = new Schedule(1, Duration.ofSeconds(2), targets);

        assertThat(first(schedule)).noneMatch(planned -> planned.fault() instanceof Fault.DiskFull);
    }

    @Test
    void pausesAreAsLongAsAskedOnAverage() {
        assertThat(faults(1).stream()
                        .mapToLong(planned -> planned.pause().toMillis())
                        .average()
                        .orElseThrow())
                .isBetween(1_900.0, 2_100.0);
    }

    private static List<Planned> faults(long seed) {
        return first(new Schedule(seed, Duration.ofSeconds(2), TARGETS));
    }

    private static List<Planned> first(Schedule schedule) {
        return Stream.generate(schedule::next)
                .limit(1_000)
                .map(Optional::orElseThrow)
                .toList();
    }
}
