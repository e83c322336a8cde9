package io.aifactory.contracts.messaging.metrics;

import com.microsoft.applicationinsights.TelemetryConfiguration;
import io.micrometer.azuremonitor.AzureMonitorConfig;
import io.micrometer.azuremonitor.AzureMonitorMeterRegistry;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/** Sends metrics to Azure Monitor where there is a connection string, and only there. */
@AutoConfiguration(
        after = MetricsAutoConfiguration.class,
        before = {CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class})
@Conditional(OnConnectionString.class)
@EnableConfigurationProperties(AzureMonitorProperties.class)
class AzureMonitorAutoConfiguration {

    @Bean
    AzureMonitorMeterRegistry azureMonitorMeterRegistry(
            AzureMonitorProperties properties, Clock clock, Environment environment) {
        var telemetry = TelemetryConfiguration.createDefault();
        telemetry.setConnectionString(properties.connectionString());
        telemetry.setRoleName(environment.getProperty("spring.application.name"));
        return AzureMonitorMeterRegistry.builder(new Settings(properties))
                .clock(clock)
                .telemetryConfiguration(telemetry)
                .build();
    }

    private record Settings(AzureMonitorProperties properties) implements AzureMonitorConfig {

        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public String connectionString() {
            return properties.connectionString();
        }

        @Override
        public Duration step() {
            return properties.step();
        }
    }
}
