package io.aifactory.bench.events;

import io.aifactory.bench.figures.Growth;
import io.aifactory.bench.figures.Sample;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param machine on what
 * @param sizes how much of it
 * @param throughput one case for each number of projects
 * @param single one event at a time, on the idle system
 * @param relayDrain how fast the relay empties the longest outbox
 * @param growth what happens to time and memory when more waits
 * @param repeats how many events were handled more than once, on both ways together
 * @param seconds how long it took to measure
 */
record Report(
        Machine machine,
        EventsPlan sizes,
        List<Case> throughput,
        Singles single,
        Drain relayDrain,
        Map<String, Grown> growth,
        int repeats,
        double seconds) {

    /**
     * The ground the figures stand on.
     *
     * @param cores how many processors
     * @param jdk the Java of the measuring process
     * @param jvmOptions how that was started
     * @param syncMicros how long it takes until 4 KB are on the disk
     */
    record Machine(int cores, String jdk, String system, String jvmOptions, Spread syncMicros) {}

    /** Median, least and most. */
    record Spread(double median, double min, double max) {

        static Spread of(Sample sample) {
            return new Spread(sample.median(), sample.min(), sample.max());
        }
    }

    /**
     * The same events on both ways, medians over the rounds.
     *
     * @param ratioToBareClient the factory's events per second by the bare client's, round by round
     */
    record Case(int projects, Figures own, Figures bare, Spread ratioToBareClient) {}

    /** What one way did with the events of a round; the processor's time where the system tells. */
    record Figures(
            double eventsPerSecond,
            double p50Millis,
            double p99Millis,
            @Nullable Processors processorMicrosPerEvent) {}

    /** Processor time of the process that measures, of the bus and of PostgreSQL. */
    record Processors(double jvm, double bus, double postgres) {}

    /** One event at a time. */
    record Singles(Latency own, Latency bare) {}

    /** From publication to the end of the handling. */
    record Latency(double p50Millis, double p99Millis) {

        static Latency of(Sample millis) {
            return new Latency(millis.percentile(0.5), millis.percentile(0.99));
        }
    }

    /** An outbox with that many waiting rows. */
    record Drain(int rows, double rowsPerSecond) {}

    /** The points of a curve, and how it grows. */
    record Grown(List<Point> points, PerTenfold perTenfold) {

        static Grown of(List<Point> points) {
            return new Grown(
                    points,
                    new PerTenfold(
                            Growth.perTenfold(points, Point::waiting, Point::microsPerRow),
                            Growth.perTenfold(points, Point::waiting, Point::heapMegabytes),
                            Growth.perTenfold(points, Point::waiting, Point::residentMegabytes)));
        }
    }

    /**
     * What it takes when that much waits.
     *
     * @param microsPerRow time by rows sent, or by entries handled
     * @param heapMegabytes what the measuring process holds on to in the middle of it
     * @param residentMegabytes the most memory it had, where the system tells
     */
    record Point(
            int waiting,
            double microsPerRow,
            double heapMegabytes,
            @Nullable Double residentMegabytes) {}

    /** By what each value multiplies when ten times as much waits: 1 means that it does not grow. Absent with one point. */
    record PerTenfold(
            @Nullable Double microsPerRow,
            @Nullable Double heapMegabytes,
            @Nullable Double residentMegabytes) {}
}
