package io.aifactory.training.run;

import io.aifactory.training.automl.AutoMl;
import io.aifactory.training.automl.child.ChildJvmAutoMl;
import io.aifactory.training.table.TableReader;
import io.aifactory.training.table.duckdb.DuckDbTableReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the engines. */
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    private static final String MEMORY_OF_READER = "256MB";

    @Bean
    AutoMl autoMl(TrainingProperties properties) {
        return new ChildJvmAutoMl(properties.heapMegabytes(), properties.grace());
    }

    @Bean
    TableReader tableReader(TrainingProperties properties) {
        return new DuckDbTableReader(MEMORY_OF_READER, properties.threads());
    }
}
