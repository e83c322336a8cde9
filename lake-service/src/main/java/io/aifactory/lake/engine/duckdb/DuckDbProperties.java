package io.aifactory.lake.engine.duckdb;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the embedded engine may use.
 *
 * @param memoryLimit Maximum memory of one piece of work; what needs more goes to disk.
 * @param threads Number of threads of one piece of work.
 * @param longestStatement Longest time that one statement may take; what takes longer is stopped.
 * @param longestQuery Longest time that a statement may take while a person waits for the answer.
 * @param scratch Folder for files in the making; the system's own folder for temporary files if absent.
 */
@Validated
@ConfigurationProperties("factory.engine")
record DuckDbProperties(
        @DefaultValue("512MB") DataSize memoryLimit,
        @DefaultValue("2") @Min(1) @Max(256) int threads,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration longestStatement,
        @DefaultValue("1m") @DurationMin(seconds = 1) Duration longestQuery,
        @Nullable Path scratch) {}
