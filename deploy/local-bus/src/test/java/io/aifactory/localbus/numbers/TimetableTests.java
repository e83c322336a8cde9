package io.aifactory.localbus.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimetableTests {

    private final Timetable timetable = new Timetable();

    @Test
    void givesOutWhatIsDueInOrderOfTimeAndNumber() {
        for (int i = 0; i < 100; i++) {
            timetable.add(Instant.ofEpochMilli((i * 37) % 50), i);
        }

        long[] due = timetable.takeDue(Instant.ofEpochMilli(24));

        assertThat(due).hasSize(50);
        for (int i = 1; i < due.length; i++) {
            long before = (due[i - 1] * 37) % 50;
            long after = (due[i] * 37) % 50;
            assertThat(before < after || (before == after && due[i - 1] < due[i]))
                    .isTrue();
        }
        assertThat(timetable.takeDue(Instant.ofEpochMilli(24))).isEmpty();
        assertThat(timetable.takeDue(Instant.ofEpochMilli(1000))).hasSize(50);
    }
}
