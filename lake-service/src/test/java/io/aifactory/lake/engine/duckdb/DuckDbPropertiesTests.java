package io.aifactory.lake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Tests for {@link DuckDbProperties}. */
class DuckDbPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new DuckDbProperties(
                        DataSize.ofMegabytes(512), 2, Duration.ofMinutes(30), Duration.ofMinutes(1), null));
    }

    @Test
    void readsEveryProperty() {
        Map<String, String> properties = Map.of(
                "factory.engine.memory-limit", "2GB",
                "factory.engine.threads", "8",
                "factory.engine.longest-statement", "90s",
                "factory.engine.longest-query", "20s",
                "factory.engine.scratch", "/scratch");

        assertThat(bind(properties))
                .isEqualTo(new DuckDbProperties(
                        DataSize.ofGigabytes(2),
                        8,
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(20),
                        Path.of("/scratch")));
    }

    private static DuckDbProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("factory.engine", DuckDbProperties.class);
    }
}
