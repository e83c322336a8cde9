package io.aifactory.scoring.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.InvalidName;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringIdTests {

    private static final Instant TIME = Instant.parse("2026-11-20T08:15:30.123Z");

    @Test
    void bearsItsTime() {
        var id = ScoringId.at(TIME, new Random(1));

        assertThat(id.value()).matches("[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}");
        assertThat(id.time()).contains(TIME);
    }

    @Test
    void laterIdsSortLater() {
        var random = new Random(1);

        var first = ScoringId.at(TIME, random);
        var second = ScoringId.at(TIME.plusMillis(1), random);

        assertThat(first.value()).isLessThan(second.value());
        assertThat(ScoringId.at(TIME, random)).isNotEqualTo(first);
    }

    @Test
    void idOfAKeyIsAlwaysTheSameAndBearsNoTime() {
        assertThat(ScoringId.ofKey("a")).isEqualTo(ScoringId.ofKey("a")).isNotEqualTo(ScoringId.ofKey("b"));
        assertThat(ScoringId.ofKey("a").time()).isEmpty();
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatThrownBy(() -> new ScoringId("../etc")).isInstanceOf(InvalidName.class);
    }
}
