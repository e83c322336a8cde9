package io.aifactory.contracts.messaging.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Metrics to Azure Monitor.
 *
 * @param connectionString the connection string of the Application Insights resource; without it nothing is sent
 * @param step how often metrics are sent
 */
@ConfigurationProperties("management.azuremonitor.metrics.export")
record AzureMonitorProperties(
        String connectionString, @DefaultValue("1m") Duration step) {}
