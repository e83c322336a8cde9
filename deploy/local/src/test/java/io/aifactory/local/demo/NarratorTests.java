package io.aifactory.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NarratorTests {

    @Test
    void leavesAFinishedTextAsItIs() {
        assertThat(Narrator.worded("9 % better, 100%d")).isEqualTo("9 % better, 100%d");
    }

    @Test
    void putsValuesInTheirPlaces() {
        assertThat(Narrator.worded("%s: %.1f", "rmse", 57.26)).isEqualTo("rmse: 57.3");
    }
}
