package io.aifactory.contracts.messaging.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTests {

    private static final String VALID = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void writesWhatItRead() {
        assertThat(TraceParent.parse(VALID)).get().hasToString(VALID);
    }

    @Test
    void keepsTheDecisionNotToRecord() {
        var unsampled = TraceParent.parse(VALID.replaceFirst("01$", "00"));

        assertThat(unsampled).get().extracting(TraceParent::sampled).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"
            })
    void takesNothingThatCannotBeContinued(String text) {
        assertThat(TraceParent.parse(text)).isEmpty();
    }

    @Test
    void readsTheOlderNameOfOtherSystems() {
        assertThat(TraceParent.ofForeign(Map.of("Diagnostic-Id", VALID))).get().hasToString(VALID);
        assertThat(TraceParent.ofForeign(Map.of("Diagnostic-Id", "|old.1."))).isEmpty();
    }
}
