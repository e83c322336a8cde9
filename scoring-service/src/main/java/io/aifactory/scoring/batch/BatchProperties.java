package io.aifactory.scoring.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How datasets are scored.
 *
 * @param waitForModel how long a dataset waits for a model to be deployed before it fails
 * @param lookEvery how often a waiting dataset looks whether one is
 */
@ConfigurationProperties("factory.batch")
record BatchProperties(
        @DefaultValue("24h") Duration waitForModel,
        @DefaultValue("2s") Duration lookEvery) {}
