package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.Engines;
import io.aifactory.lake.engine.QueryReader;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.TableFinisher;
import io.aifactory.lake.engine.Workspaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds Spark to the engines, where there is one. */
@Configuration(proxyBeanMethods = false)
class SparkConfiguration {

    @Bean
    Workers workers(SparkProperties properties, Workspaces workspaces) {
        return new Workers(properties, workspaces.lastingFile("spark.log"));
    }

    @Bean
    Engines engines(
            SparkProperties properties,
            Workers workers,
            RefinementEngine embedded,
            QueryReader queries,
            TableFinisher finisher) {
        RefinementEngine spark = properties.isThere()
                ? new SparkEngine(workers, properties.longestStatement(), embedded, queries, finisher)
                : null;
        return new Engines(embedded, spark, properties.from().toBytes());
    }
}
