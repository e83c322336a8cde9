package io.aifactory.provisioning.environment;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How environments are made.
 *
 * @param attempts how often an environment is tried before it has failed
 * @param firstRetry the pause before the first further attempt; each later one is half as long again
 */
@Validated
@ConfigurationProperties("factory.environment")
record EnvironmentProperties(
        @DefaultValue("12") @Min(1) int attempts,
        @DefaultValue("1s") Duration firstRetry) {}
