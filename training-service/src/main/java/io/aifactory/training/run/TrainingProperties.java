package io.aifactory.training.run;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How models are trained.
 *
 * @param folder where searches keep their files while they run; what a failed one left stays there
 * @param threads threads a library may use; the same number gives the same model
 * @param heapMegabytes the largest heap of a search's process
 * @param grace how long a search may take beyond its time budget before it is ended
 * @param attempts how often a run that breaks, or takes its process with it, is begun before it counts as failed
 * @param largestDelivery the largest ONNX file that is taken from a pipeline; it lies in the heap several times over
 */
@Validated
@ConfigurationProperties("factory.training")
record TrainingProperties(
        @NotNull Path folder,
        @DefaultValue("1") @Min(1) @Max(256) int threads,
        @DefaultValue("512") @Min(64) int heapMegabytes,
        @DefaultValue("10m") Duration grace,
        @DefaultValue("6") @Min(1) int attempts,
        @DefaultValue("32MB") DataSize largestDelivery) {}
