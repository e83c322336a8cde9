package io.aifactory.contracts.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrakeTests {

    private long now = Long.MAX_VALUE - 5;
    private final Brake brake = new Brake(() -> now);

    @Test
    void aFewOutagesStopNobody() {
        outages(7);

        assertThat(brake.isOn()).isFalse();
        assertThat(brake.mayTry()).isTrue();
    }

    @Test
    void oneThatWorksInBetweenMakesTheCountBeginAnew() {
        outages(7);
        brake.metNone();
        outages(7);

        assertThat(brake.isOn()).isFalse();
    }

    @Test
    void afterSomeInARowOnlyOneIsTriedInEachPause() {
        outages(8);

        assertThat(brake.mayTry()).isFalse();
        passes(Duration.ofSeconds(1));
        assertThat(brake.mayTry()).isTrue();
        assertThat(brake.mayTry()).isFalse();
    }

    @Test
    void pausesGrowUpToALimit() {
        outages(8);

        var pauses =
                IntStream.range(0, 6).mapToObj(probe -> secondsToNextProbe()).toList();

        assertThat(pauses).containsExactly(1, 2, 4, 8, 15, 15);
    }

    @Test
    void theFirstThatWorksLetsAllGoOn() {
        outages(8);

        brake.metNone();

        assertThat(brake.mayTry()).isTrue();
        assertThat(brake.mayTry()).isTrue();
    }

    @Test
    void theNextOutageBeginsWithAShortPause() {
        outages(8);
        secondsToNextProbe();
        secondsToNextProbe();
        brake.metNone();

        outages(8);
        passes(Duration.ofSeconds(1));

        assertThat(brake.mayTry()).isTrue();
    }

    /** Uses up the probe that is due and goes on to the next. */
    private int secondsToNextProbe() {
        int seconds = 0;
        do {
            passes(Duration.ofSeconds(1));
            seconds++;
        } while (!brake.mayTry());
        return seconds;
    }

    private void outages(int count) {
        IntStream.range(0, count).forEach(number -> brake.metOutage());
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }
}
