package io.aifactory.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class TrainingPropertiesTests {

    @Test
    void haveDefaults() {
        var properties = bound(Map.of("factory.training.folder", "/runs"));

        assertThat(properties)
                .isEqualTo(new TrainingProperties(
                        Path.of("/runs"), 1, 512, Duration.ofMinutes(10), 6, DataSize.ofMegabytes(32)));
    }

    @Test
    void areNamedSo() {
        var properties = bound(Map.of(
                "factory.training.folder", "/runs",
                "factory.training.threads", "2",
                "factory.training.heap-megabytes", "1024",
                "factory.training.grace", "1m",
                "factory.training.attempts", "7",
                "factory.training.largest-delivery", "16MB"));

        assertThat(properties)
                .isEqualTo(new TrainingProperties(
                        Path.of("/runs"), 2, 1024, Duration.ofMinutes(1), 7, DataSize.ofMegabytes(16)));
    }

    private static TrainingProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("factory.training", TrainingProperties.class)
                .get();
    }
}
