package io.aifactory.scoring.deployment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How models come to answer.
 *
 * @param reconcileEvery how often the models in memory are compared with those that are ready by the database
 */
@ConfigurationProperties("factory.deployment")
record DeploymentProperties(@DefaultValue("2s") Duration reconcileEvery) {}
