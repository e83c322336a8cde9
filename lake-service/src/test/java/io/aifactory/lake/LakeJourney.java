package io.aifactory.lake;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.LaptopBacking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The lake service with a real database, a real bus, a real folder and a real engine. All journeys share one; each takes
 * projects of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Interruptions.class)
@ContextConfiguration(initializers = {LaptopBacking.class, TestTokens.class})
abstract class LakeJourney {

    /** No temporary folder of one class: the service outlives it. */
    static final Path ROOT =
            Path.of("target", "lake-journey-" + ProcessHandle.current().pid()).toAbsolutePath();

    /** Where the build puts Spark; it is started for work that wants it only. */
    static final Path SPARK = Path.of("../deploy/spark/target").toAbsolutePath().normalize();

    /** As long as the probe of the bus waits: other builds may run on the same machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("factory.lake.root", ROOT::toString);
        registry.add("factory.arrival.quiet-period", () -> "50ms");
        registry.add("factory.arrival.copy-check", () -> "100ms");
        registry.add("factory.engine.spark.conf[spark.master]", () -> "local[1]");
        registry.add("factory.engine.spark.conf[spark.sql.shuffle.partitions]", () -> "2");
        registry.add("factory.engine.spark.class-path", () -> SPARK + "/classes:" + SPARK + "/lib/*");
        registry.add("factory.engine.scratch", () -> ROOT.resolve("scratch").toString());
    }

    static ProjectId nextProject() {
        return ProjectId.of(PROJECTS.incrementAndGet());
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
