package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.QueryReader;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.TableComparison;
import io.aifactory.lake.engine.TableFinisher;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.TeamSql;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.engine.reading.FilePreparation;
import io.aifactory.lake.engine.reading.ReadingProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Makes DuckDB the engine. */
@Configuration(proxyBeanMethods = false)
class DuckDbConfiguration {

    /** Refinement needs the disk, whatever people ask. */
    private static final DataSize ON_DISK_FOR_A_QUERY = DataSize.ofGigabytes(2);

    @Bean
    RefinementEngine refinementEngine(DuckDbProperties properties) {
        return new DuckDbEngine(sandbox(properties));
    }

    @Bean
    TableFinisher tableFinisher(DuckDbProperties properties) {
        return new DuckDbTableFinisher(sandbox(properties));
    }

    @Bean
    QueryReader queryReader(DuckDbProperties properties, Workspaces workspaces) {
        return new DuckDbQueryReader(sandbox(properties), workspaces);
    }

    @Bean
    TableReader tableReader(DuckDbProperties properties, ReadingProperties reading) {
        return new DuckDbTableReader(sandbox(properties), new FilePreparation(reading));
    }

    @Bean
    TeamSql teamSql(DuckDbProperties properties, Workspaces workspaces) {
        var sandbox = new Sandbox(
                properties.memoryLimit(), properties.threads(), properties.longestQuery(), ON_DISK_FOR_A_QUERY);
        return new DuckDbTeamSql(sandbox, workspaces);
    }

    @Bean
    TableComparison tableComparison(DuckDbProperties properties) {
        return new DuckDbTableComparison(sandbox(properties));
    }

    @Bean
    Workspaces workspaces(DuckDbProperties properties, Clock clock) {
        Path scratch = Objects.requireNonNullElse(
                properties.scratch(), Path.of(System.getProperty("java.io.tmpdir"), "lake-service"));
        var workspaces = new Workspaces(scratch);
        workspaces.sweep(clock);
        return workspaces;
    }

    private static Sandbox sandbox(DuckDbProperties properties) {
        return new Sandbox(properties.memoryLimit(), properties.threads(), properties.longestStatement());
    }
}
