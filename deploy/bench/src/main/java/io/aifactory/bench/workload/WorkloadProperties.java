package io.aifactory.bench.workload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a role is told.
 *
 * @param port where its desk listens; 0 for any port
 */
@ConfigurationProperties("workload")
record WorkloadProperties(@DefaultValue("0") int port) {}
