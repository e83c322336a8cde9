package io.aifactory.lake.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Tests for {@link ReadingProperties}. */
class ReadingPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new ReadingProperties(DataSize.ofGigabytes(64)));
    }

    @Test
    void readsEveryProperty() {
        assertThat(bind(Map.of("factory.refinement.largest-file", "2GB")))
                .isEqualTo(new ReadingProperties(DataSize.ofGigabytes(2)));
    }

    private static ReadingProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("factory.refinement", ReadingProperties.class);
    }
}
