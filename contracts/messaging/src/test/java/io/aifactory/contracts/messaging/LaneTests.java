package io.aifactory.contracts.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTests {

    @Test
    void aProjectKeepsItsLane() {
        assertThat(Lane.of("project001")).isEqualTo(Lane.of("project001"));
        assertThat(Lane.of("project001").sessionId()).matches("lane-\\d{1,2}");
    }

    @Test
    void projectsSpreadOverAllLanes() {
        var used = IntStream.rangeClosed(1, 250)
                .mapToObj("project%03d"::formatted)
                .map(Lane::of)
                .collect(Collectors.toSet());

        assertThat(used).hasSize(Lane.COUNT);
    }
}
