package io.aifactory.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.bench.catalogue.CatalogueRun;
import io.aifactory.bench.lake.LakeSite;
import io.aifactory.bench.lake.Limits;
import io.aifactory.bench.refine.RefineRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Both benchmarks of the lake service in short, on one site: that they measure what they say, not how fast anything is. The long
 * ones are {@code ./factory bench refine} and {@code ./factory bench catalogue}.
 */
class LakeBenchTests {

    private static final Limits LIMITS = new Limits(256, 2);

    private static LakeSite site;

    @BeforeAll
    static void open() {
        System.setProperty("factory.project", root().toString());
        site = new LakeSite(LIMITS);
        site.open();
    }

    @AfterAll
    static void close() {
        site.close();
        System.clearProperty("factory.project");
    }

    @Test
    void refinesBothWaysAndAsksALargeCatalogue() throws InterruptedException {
        var said = new ArrayList<String>();

        // the catalogue's projects have numbers from 1 on, as those that are refined do, so it is asked last
        JsonNode refined = RefineRun.of(site, LIMITS, 400, said::add);
        JsonNode asked = CatalogueRun.of(site, 1_000 / 8 * 8, said::add);

        assertThat(refined.at("/cases")).as("%s", said).hasSize(2);
        assertThat(refined.at("/cases")).allSatisfy(each -> {
            for (String way : new String[] {"factory", "bare"}) {
                assertThat(each.at("/" + way + "/seconds").asDouble()).isPositive();
                assertThat(each.at("/" + way + "/phases")).hasSizeGreaterThanOrEqualTo(4);
            }
        });
        assertThat(refined.at("/ratioToBareEngine").asDouble()).isPositive();
        assertThat(refined.at("/ratioToSpark").isMissingNode()
                        || refined.at("/ratioToSpark").isNull())
                .isTrue();
        assertThat(asked.at("/lineage/p99Millis").asDouble())
                .isGreaterThanOrEqualTo(asked.at("/lineage/p50Millis").asDouble());
        assertThat(Stream.of("listing", "search", "detail", "lineage")).allSatisfy(question -> assertThat(
                        asked.at("/" + question + "/p50Millis").asDouble())
                .isPositive());
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
                .filter(folder -> folder.resolve("mvnw").toFile().exists())
                .findFirst()
                .orElseThrow();
    }
}
