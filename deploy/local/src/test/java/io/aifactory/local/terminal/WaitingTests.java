package io.aifactory.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTests {

    @Test
    void waitsForWhatIsAwayForAWhile() {
        var asked = new AtomicInteger();

        var answer = Waiting.atMost(Duration.ofSeconds(5)).until("an answer", () -> {
            if (asked.incrementAndGet() < 3) {
                throw Refusal.unreachable("away");
            }
            return Optional.of("here");
        });

        assertThat(answer).isEqualTo("here");
    }

    @Test
    void doesNotWaitForWhatWasRefused() {
        var waiting = Waiting.atMost(Duration.ofSeconds(5));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> waiting.until("an answer", () -> {
                    throw Refusal.of("no");
                }))
                .withMessage("no");
    }

    @Test
    void saysWhatWasInTheWayWhenTheTimeIsOver() {
        var waiting = Waiting.atMost(Duration.ofMillis(400)).hinting("See ./factory datasets");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> waiting.until("gold", () -> {
                    throw Refusal.unreachable("the lake-service does not answer");
                }))
                .withMessageContaining("in vain for gold")
                .withMessageContaining("the lake-service does not answer")
                .withMessageEndingWith(" See ./factory datasets");
    }
}
