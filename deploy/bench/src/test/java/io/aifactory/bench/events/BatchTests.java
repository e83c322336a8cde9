package io.aifactory.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EventCatalog;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests for {@link Batch}. */
class BatchTests {

    private final Batch batch = new Batch(1, 4, 2, Instant.EPOCH);

    @Test
    void projectsTakeTurns() {
        assertThat(batch.event(0).project()).isEqualTo(batch.event(2).project());
        assertThat(batch.event(0).project()).isNotEqualTo(batch.event(1).project());
    }

    @Test
    void tellsWhatIsHandledAgain() {
        assertThat(batch.handled(id(3))).isFalse();
        assertThat(batch.handled(id(3))).isTrue();
    }

    @Test
    void doesNotCountWhatIsNotInIt() {
        assertThat(batch.handled("another")).isFalse();
        assertThat(batch.handled("another")).isFalse();
    }

    @Test
    void endsWhenEveryEventIsHandled() throws InterruptedException {
        for (int place = 0; place < batch.size(); place++) {
            batch.published(place);
            batch.handled(id(place));
        }

        batch.awaitAll();

        assertThat(batch.latencyMillis().min()).isNotNegative();
        assertThat(batch.perSecond()).isPositive();
    }

    private String id(int place) {
        return EventCatalog.idOf(batch.event(place)).toString();
    }
}
