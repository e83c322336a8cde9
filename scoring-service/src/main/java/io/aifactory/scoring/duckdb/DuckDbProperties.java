package io.aifactory.scoring.duckdb;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What DuckDB may use.
 *
 * @param memory memory of one connection; what does not fit goes to the folder
 * @param threads threads of one connection
 * @param folder where it keeps what does not fit, and files on their way to the lake; the system's own folder for such things unless told otherwise
 */
@ConfigurationProperties("factory.duckdb")
record DuckDbProperties(
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("2") int threads,
        @Nullable Path folder) {}
