package io.aifactory.lake.dataset;

import io.aifactory.lake.engine.RefinementEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the engine show what tables look like. */
@Configuration(proxyBeanMethods = false)
class SamplerConfiguration {

    private static final int ROWS = 10;

    @Bean
    Sampler sampler(RefinementEngine engine) {
        return table -> engine.sample(table, ROWS);
    }
}
