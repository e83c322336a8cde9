package io.aifactory.bench.refine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it took to refine some files.
 *
 * @param seconds how long, from when they were there until all that is made of them was
 * @param phases how long each step took; together less than all of it, by what happens between them
 * @param processorSeconds the processor's time of the process that does it, where the system tells
 * @param peakMegabytes the most memory that process had, where the system tells
 */
record Effort(
        double seconds,
        Map<Phase, Double> phases,
        @Nullable Double processorSeconds,
        @Nullable Double peakMegabytes) {}
