package io.aifactory.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Tests for {@link Bench}. */
class BenchTests {

    @Test
    void pointsToTheHelpAsPeopleCallIt() {
        var said = new StringWriter();

        int exitCode = Bench.commandLine().setErr(new PrintWriter(said, true)).execute("refine", "--rows", "many");

        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).contains("Help: ./factory bench refine --help");
    }
}
