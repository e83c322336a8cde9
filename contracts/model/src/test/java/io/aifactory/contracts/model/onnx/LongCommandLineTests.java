package io.aifactory.contracts.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LongCommandLineTests {

    @Test
    void scoresInProcessWithLongCommandLine() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfiller=" + "x".repeat(20_000),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** Scores one row; the exit code tells whether the process survived it. */
    static final class Main {

        public static void main(String[] arguments) throws IOException {
            var schema = FeatureSchema.regression(
                    List.of(Feature.numeric("a"), Feature.numeric("b"), Feature.numeric("c")), "y");
            try (var in = Main.class.getResourceAsStream("/foreign/regressor.onnx");
                    var scorer = OnnxScorer.open(in.readAllBytes(), schema)) {
                scorer.score(new float[3]);
            }
        }
    }
}
