package io.aifactory.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The measurement in short: that it measures what it says, not how fast anything is. The long one is {@code ./factory bench events}. */
class EventsBenchTests {

    @BeforeAll
    static void findTheProject() {
        System.setProperty("factory.project", root().toString());
    }

    @AfterAll
    static void forgetTheProject() {
        System.clearProperty("factory.project");
    }

    @Test
    void measuresBothWaysAndWhatWaits() {
        var said = new ArrayList<String>();
        var plan = new EventsPlan(40, 60, 1, List.of(1, 20), 4, 3, List.of(50, 200), 40);

        Report report;
        try (var bench = new EventsBench(plan, said::add)) {
            report = bench.run();
        }

        assertThat(report.repeats()).as("%s", said).isZero();
        JsonNode document = Json.MAPPER.valueToTree(report);
        assertThat(document.at("/machine/syncMicros/median").asDouble()).isPositive();
        assertThat(document.at("/throughput")).hasSize(2).allSatisfy(EventsBenchTests::isComplete);
        assertThat(document.at("/single/own/p99Millis").asDouble())
                .isGreaterThanOrEqualTo(document.at("/single/own/p50Millis").asDouble());
        assertThat(document.at("/single/bare/p50Millis").asDouble()).isPositive();
        assertThat(document.at("/relayDrain/rows").asInt()).isEqualTo(200);
        assertThat(document.at("/relayDrain/rowsPerSecond").asDouble()).isPositive();
        assertThat(Stream.of("outbox", "inboxSpread", "inboxOneProject"))
                .allSatisfy(what -> grows(document.at("/growth/" + what)));
        assertThat(new Tables(report).lines()).anyMatch(line -> line.contains("RATIO TO BARE CLIENT"));
    }

    private static void isComplete(JsonNode each) {
        assertThat(each.at("/own/eventsPerSecond").asDouble()).isPositive();
        assertThat(each.at("/bare/eventsPerSecond").asDouble()).isPositive();
        assertThat(each.at("/own/p99Millis").asDouble())
                .isGreaterThanOrEqualTo(each.at("/own/p50Millis").asDouble());
        assertThat(each.at("/ratioToBareClient/min").asDouble()).isPositive();
        assertThat(each.at("/ratioToBareClient/max").asDouble())
                .isGreaterThanOrEqualTo(each.at("/ratioToBareClient/median").asDouble());
    }

    private static void grows(JsonNode grown) {
        assertThat(grown.at("/points")).hasSize(2).allSatisfy(point -> {
            assertThat(point.at("/microsPerRow").asDouble()).isPositive();
            assertThat(point.at("/heapMegabytes").asDouble()).isPositive();
        });
        assertThat(grown.at("/points/1/waiting").asInt()).isEqualTo(200);
        assertThat(grown.at("/perTenfold/microsPerRow").asDouble()).isPositive();
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
                .filter(folder -> folder.resolve("mvnw").toFile().exists())
                .findFirst()
                .orElseThrow();
    }
}
