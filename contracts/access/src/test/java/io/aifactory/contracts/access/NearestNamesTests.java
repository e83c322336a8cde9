package io.aifactory.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests for {@link NearestNames}. */
class NearestNamesTests {

    private static final List<String> NAMES = List.of("environments", "members", "models");

    @Test
    void nearIsWhatHasToBeChangedLittle() {
        assertThat(NearestNames.edits("M11_GOLD", "m11_gold")).isZero();
        assertThat(NearestNames.edits("M11_GOLD", "M11_GLD_")).isEqualTo(2);
        assertThat(NearestNames.edits("", "abc")).isEqualTo(3);
    }

    @Test
    void nearestComeFirstAndThoseAlikeByName() {
        assertThat(NearestNames.of("model", NAMES, 2)).containsExactly("models", "members");
        assertThat(NearestNames.of("c", List.of("b", "a"), 5)).containsExactly("a", "b");
        assertThat(NearestNames.of("model", List.of(), 5)).isEmpty();
    }

    @Test
    void nothingWasMeantThatIsFarFromAll() {
        assertThat(NearestNames.meant("ENVIROMENTS", NAMES)).hasValue("environments");
        assertThat(NearestNames.meant("xyzzy", NAMES)).isEmpty();
        assertThat(NearestNames.meant("", List.of("ab"))).hasValue("ab");
        assertThat(NearestNames.meant("model", List.of())).isEmpty();
    }
}
