package io.aifactory.contracts.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final AtomicLong nanoTime = new AtomicLong();
    private final Pace pace = new Pace(nanoTime::get);

    @Test
    void beginsWithOne() {
        assertThat(pace.entries()).isEqualTo(1);
    }

    @Test
    void whatTakesNoTimeIsHandledTogether() {
        handle(50, Duration.ofNanos(100_000));

        assertThat(pace.entries()).isEqualTo(32);
    }

    @Test
    void asManyAsTakeAMomentAreHandledTogether() {
        handle(50, Duration.ofMillis(5));

        assertThat(pace.entries()).isEqualTo(3);
    }

    @Test
    void whatIsSlowIsHandledAlone() {
        handle(50, Duration.ofNanos(100_000));
        handle(1, Duration.ofSeconds(1));

        assertThat(pace.entries()).isEqualTo(1);
    }

    @Test
    void afterAFailureAllAreHandledAloneForAWhile() {
        handle(50, Duration.ofNanos(100_000));

        pace.failed();

        for (int round = 0; round < 32; round++) {
            assertThat(pace.entries()).isEqualTo(1);
        }
        assertThat(pace.entries()).isEqualTo(32);
    }

    @Test
    void aMomentEnds() {
        var isOver = pace.moment();

        assertThat(isOver.getAsBoolean()).isFalse();
        nanoTime.addAndGet(Duration.ofMillis(20).toNanos());
        assertThat(isOver.getAsBoolean()).isTrue();
    }

    private void handle(int entries, Duration each) {
        for (int entry = 0; entry < entries; entry++) {
            pace.time(() -> nanoTime.addAndGet(each.toNanos()));
        }
    }
}
