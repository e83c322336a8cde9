package io.aifactory.lake.engine.spark;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Spark, for what outgrows the embedded engine.
 *
 * @param classPath Class path of Spark and of the program that is told what to run; without it, and without a command, there is no
 *     Spark.
 * @param command Command that starts that program instead, such as spark-submit with its arguments.
 * @param from Size of the tables from which on Spark makes what is made of them, unless a dataset's settings say otherwise.
 * @param memory Heap of the program when it is started by its class path.
 * @param jvmOptions Options of the program's JVM when it is started by its class path.
 * @param conf Settings of Spark, such as spark.master, when it is started by its class path.
 * @param longestStart Longest time until Spark has started and its cluster has done something.
 * @param longestStatement Longest time that one statement may take; what takes longer is stopped, and Spark with it.
 * @param idle Time without work after which Spark is stopped.
 */
@Validated
@ConfigurationProperties("factory.engine.spark")
record SparkProperties(
        @Nullable String classPath,
        @DefaultValue List<String> command,
        @DefaultValue("20GB") @NotNull DataSize from,
        @DefaultValue("4GB") @NotNull DataSize memory,
        @DefaultValue List<String> jvmOptions,
        @DefaultValue Map<String, String> conf,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration longestStart,
        @DefaultValue("4h") @DurationMin(seconds = 1) Duration longestStatement,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration idle) {

    SparkProperties {
        command = List.copyOf(command);
        jvmOptions = List.copyOf(jvmOptions);
        conf = Map.copyOf(conf);
    }

    boolean isThere() {
        return classPath != null || !command.isEmpty();
    }
}
