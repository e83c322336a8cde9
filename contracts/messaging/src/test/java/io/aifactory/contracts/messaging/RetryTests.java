package io.aifactory.contracts.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetryTests {

    private final Retry retry = new Retry(6, 2, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(4));

    @Test
    void firstRepeatsComeAtOnce() {
        assertThat(retry.delayAfter(1, 0)).isZero();
        assertThat(retry.delayAfter(2, 0)).isZero();
    }

    @Test
    void laterRepeatsWaitLongerAndLongerUpToTheLimit() {
        assertThat(retry.delayAfter(3, 0)).hasSeconds(1);
        assertThat(retry.delayAfter(4, 0)).hasSeconds(2);
        assertThat(retry.delayAfter(5, 0)).hasSeconds(3);
        assertThat(retry.delayAfter(50, 0)).hasSeconds(3);
    }

    @Test
    void chanceShortensAPauseByHalfAtTheMost() {
        assertThat(retry.delayAfter(4, 1)).hasSeconds(1);
    }

    @Test
    void endsAfterTheLastAttempt() {
        assertThat(retry.exhausted(5)).isFalse();
        assertThat(retry.exhausted(6)).isTrue();
    }

    @Test
    void anOutagesPauseIsSpreadOverItsLaterHalf() {
        assertThat(retry.delayDuringOutage(0)).hasSeconds(4);
        assertThat(retry.delayDuringOutage(1)).hasSeconds(2);
    }

    @Test
    void keepingLessThanTheLongestRetryIsRefused() {
        var settings = new MapConfigurationPropertySource(Map.of(
                "factory.messaging.keep", "10h",
                "factory.messaging.retry.attempts", "10",
                "factory.messaging.retry.max-delay", "1h"));

        assertThatThrownBy(() -> new Binder(settings).bindOrCreate("factory.messaging", MessagingProperties.class))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("factory.messaging.keep");
    }
}
