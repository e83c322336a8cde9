package io.aifactory.lake.engine.spark;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** Spark as the build makes it, in a process of its own. */
final class SparkAtHand {

    private static final Path BUILT =
            Path.of("../deploy/spark/target").toAbsolutePath().normalize();
    private static final Map<String, String> CONF = Map.of(
            "spark.master", "local[2]",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.shuffle.partitions", "1");

    private static Workers workers;

    private SparkAtHand() {}

    /** Returns one for all tests: it takes seconds to start. It ends with this process. */
    static synchronized Workers workers() {
        if (workers == null) {
            workers = new Workers(properties(), BUILT.resolve("spark.log"));
        }
        return workers;
    }

    static SparkProperties properties() {
        assumeThat(BUILT.resolve("lib"))
                .as("Spark, which ./mvnw -pl deploy/spark package puts there")
                .isDirectory();
        return properties(BUILT.resolve("classes") + ":" + BUILT.resolve("lib") + "/*", Duration.ofMinutes(5));
    }

    static SparkProperties properties(String classPath, Duration longestStart) {
        return new SparkProperties(
                classPath,
                List.of(),
                DataSize.ofGigabytes(20),
                DataSize.ofGigabytes(1),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"),
                CONF,
                longestStart,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10));
    }
}
