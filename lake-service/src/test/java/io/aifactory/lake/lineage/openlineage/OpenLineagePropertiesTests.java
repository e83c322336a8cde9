package io.aifactory.lake.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Tests for {@link OpenLineageProperties}. */
class OpenLineagePropertiesTests {

    @Test
    void tellsNobodyByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new OpenLineageProperties(
                        OpenLineageProperties.Way.NONE, null, null, null, "file", Duration.ofSeconds(5)));
    }

    @Test
    void readsEveryPropertyAndKeepsTheKeyToItself() {
        OpenLineageProperties properties = bind(Map.of(
                "factory.openlineage.transport", "http",
                "factory.openlineage.url", "http://marquez:5000/api/v1/lineage",
                "factory.openlineage.api-key", "secret",
                "factory.openlineage.file", "/tmp/events.jsonl",
                "factory.openlineage.namespace", "abfss://lake3@a",
                "factory.openlineage.every", "1m"));

        assertThat(properties)
                .isEqualTo(new OpenLineageProperties(
                        OpenLineageProperties.Way.HTTP,
                        URI.create("http://marquez:5000/api/v1/lineage"),
                        "secret",
                        Path.of("/tmp/events.jsonl"),
                        "abfss://lake3@a",
                        Duration.ofMinutes(1)));
        assertThat(properties.toString()).doesNotContain("secret");
    }

    @Test
    void wantsToKnowWhereEventsGo() {
        assertThatThrownBy(() -> bind(Map.of("factory.openlineage.transport", "http")))
                .rootCause()
                .hasMessageContaining("factory.openlineage.url has to be an http or https address");
        assertThatThrownBy(() -> bind(Map.of("factory.openlineage.transport", "file")))
                .rootCause()
                .hasMessageContaining("factory.openlineage.file has to say which");
    }

    private static OpenLineageProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("factory.openlineage", OpenLineageProperties.class);
    }
}
