package io.aifactory.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTests {

    private final Workload workload = Workload.of(7, 10_000, 25);

    @Test
    void theSameSeedGivesTheSameWorkload() {
        assertThat(Workload.of(7, 10_000, 25)).isEqualTo(workload);
        assertThat(Workload.of(8, 10_000, 25)).isNotEqualTo(workload);
    }

    @Test
    void aProjectsStepsAreCountedWithoutGaps() {
        var steps = workload.stimuli().stream()
                .collect(Collectors.groupingBy(
                        stimulus -> stimulus.step().project(),
                        Collectors.mapping(stimulus -> stimulus.step().number(), Collectors.toList())));

        assertThat(steps).hasSize(25);
        assertThat(steps.values()).allSatisfy(numbers -> assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList()));
    }

    @Test
    void aFewStepsArePoison() {
        assertThat(workload.poison()).hasSizeBetween(10, 100);
        assertThat(workload.poison().values()).isSubsetOf(Roles.REACTING);
    }

    @Test
    void aProjectIsInOneHand() {
        List<List<Stimulus>> hands = workload.inHands(8);

        assertThat(hands.stream().mapToInt(List::size).sum())
                .isEqualTo(workload.stimuli().size());
        assertThat(hands.stream().flatMap(hand -> hand.stream()
                        .map(stimulus -> stimulus.step().project())
                        .distinct()))
                .doesNotHaveDuplicates();
    }
}
