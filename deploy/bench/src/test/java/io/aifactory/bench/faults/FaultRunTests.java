package io.aifactory.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.local.home.FactoryHome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fault run in short, with a seed after which every kind of fault comes early. The long one is {@code ./factory bench faults}. */
class FaultRunTests {

    @BeforeAll
    static void findTheProject() {
        System.setProperty("factory.project", root().toString());
    }

    @AfterAll
    static void forgetTheProject() {
        System.clearProperty("factory.project");
    }

    @Test
    void keepsEveryPromiseWhileEverythingAroundItBreaks() {
        var said = new ArrayList<String>();
        var plan = new FaultPlan(
                964, 300, 8, 1, Duration.ofMillis(1_500), Optional.of(3.0), Optional.empty(), Duration.ofMinutes(3));

        var outcome = new FaultBench(plan, said::add).run();

        assertThat(outcome.verdict().examples()).as("%s", said).isEmpty();
        assertThat(outcome.faultCount()).as("%s", said).isGreaterThan(5);
        assertThat(outcome.verdict().events()).isBetween(250L, 300L);
        assertThat(FactoryHome.current().project()).isEqualTo(root());
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
                .filter(folder -> folder.resolve("mvnw").toFile().exists())
                .findFirst()
                .orElseThrow();
    }
}
