package io.aifactory.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void makesColumnsAsWideAsTheirWidestValue() {
        var table = Table.of("model", "state")
                .row("11_diabetes_model_reg", "promoted")
                .row("12", "rejected");

        var lines = table.lines();

        assertThat(lines)
                .containsExactly(
                        "MODEL                  STATE",
                        "11_diabetes_model_reg  promoted",
                        "12                     rejected");
    }

    @Test
    void putsNumbersToTheRight() {
        var table = Table.of("rows", "of").row(5, "a").row(1234, "b");

        var lines = table.lines();

        assertThat(lines).containsExactly("ROWS  OF", "   5  a", "1234  b");
    }

    @Test
    void takesTextThatLooksLikeAFormat() {
        var table = Table.of("reason").row("100 % of rows");

        var lines = table.lines();

        assertThat(lines).containsExactly("REASON", "100 % of rows");
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        var table = Table.of("one", "two");

        assertThatIllegalArgumentException().isThrownBy(() -> table.row("only one"));
    }
}
