package io.aifactory.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;

class SettingsTests {

    @Test
    void settingsAreWhatTheReadmeSaysUnlessToldOtherwise() throws Exception {
        var defaults = new TreeMap<String, Object>();

        for (var type : settings()) {
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            var bound = Binder.get(new MockEnvironment()).bindOrCreate(prefix, type);
            for (var component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                defaults.put(
                        prefix + "." + component.getName(),
                        String.valueOf(component.getAccessor().invoke(bound)));
            }
        }

        assertThat(defaults)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("factory.batch.lookEvery", "PT2S"),
                        Map.entry("factory.batch.waitForModel", "PT24H"),
                        Map.entry("factory.deployment.reconcileEvery", "PT2S"),
                        Map.entry("factory.duckdb.folder", "null"),
                        Map.entry("factory.duckdb.memory", "268435456B"),
                        Map.entry("factory.duckdb.threads", "2"),
                        Map.entry("factory.endpoint.keyMemory", "PT10S"),
                        Map.entry("factory.online.maxBody", "2097152B"),
                        Map.entry("factory.online.maxRows", "2000"),
                        Map.entry("factory.scored.defaultLimit", "1000"),
                        Map.entry("factory.scored.highestLimit", "10000"),
                        Map.entry("factory.scored.largestGroup", "256"),
                        Map.entry("factory.scored.publishEvery", "PT3S"),
                        Map.entry("factory.scored.requestsPerFile", "20000"),
                        Map.entry("factory.scored.saveTimeout", "PT5S")));
    }

    private static Iterable<Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.aifactory.scoring").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .toList();
    }
}
