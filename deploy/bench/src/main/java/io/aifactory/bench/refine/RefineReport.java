package io.aifactory.bench.refine;

import io.aifactory.bench.figures.Growth;
import io.aifactory.bench.figures.Sample;
import io.aifactory.bench.lake.Limits;
import io.aifactory.contracts.events.EngineChoice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param machine on what
 * @param limits what each engine was allowed
 * @param engine what the factory refined with
 * @param spark which Spark there was; absent: none, and why
 * @param cases one for each number of datasets
 * @param perTenfold by what the factory's time per row multiplies when the same rows are ten times as many datasets; absent with one case
 * @param ratioToBareEngine the factory's time by the bare engine's, of the case with the fewest datasets
 * @param ratioToSpark the same by Spark's; absent where there is none
 * @param seconds how long it took to measure
 */
record RefineReport(
        Machine machine,
        Limits limits,
        EngineChoice engine,
        String spark,
        List<Case> cases,
        @Nullable Double perTenfold,
        double ratioToBareEngine,
        @Nullable Double ratioToSpark,
        double seconds) {

    /** The ground the figures stand on. */
    record Machine(int cores, String jdk, String system) {

        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    "%s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version")),
                    "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
    }

    /** Median, least and most. */
    record Spread(double median, double min, double max) {

        static Spread of(Sample sample) {
            return new Spread(sample.median(), sample.min(), sample.max());
        }
    }

    /**
     * The same rows on all ways.
     *
     * @param datasets how many datasets
     * @param rows how many rows all of them have
     * @param megabytes how large their files are
     * @param ratioToBareEngine the factory's time by the bare engine's, round by round
     * @param processorRatioToBareEngine the same of the processor's time, which hardly depends on what else the machine does
     * @param ratioToSpark the factory's time by Spark's, round by round
     */
    record Case(
            int datasets,
            long rows,
            double megabytes,
            Figures factory,
            Figures bare,
            @Nullable Figures spark,
            Spread ratioToBareEngine,
            @Nullable Spread processorRatioToBareEngine,
            @Nullable Spread ratioToSpark) {

        double secondsPerRow() {
            return factory.seconds() / rows;
        }
    }

    /** What one way took, medians over the rounds. */
    record Figures(
            double seconds,
            double rowsPerSecond,
            Map<Phase, Double> phases,
            @Nullable Double processorSeconds,
            @Nullable Double peakMegabytes) {

        static Figures of(List<Effort> rounds, long rows) {
            double seconds =
                    Sample.of(rounds.stream().mapToDouble(Effort::seconds)).median();
            return new Figures(
                    seconds,
                    rows / seconds,
                    phases(rounds),
                    median(rounds, Effort::processorSeconds),
                    median(rounds, Effort::peakMegabytes));
        }

        private static Map<Phase, Double> phases(List<Effort> rounds) {
            return Stream.of(Phase.values())
                    .filter(phase -> rounds.get(0).phases().containsKey(phase))
                    .collect(Collectors.toMap(
                            phase -> phase,
                            phase -> Sample.of(rounds.stream()
                                            .mapToDouble(round -> round.phases().getOrDefault(phase, 0.0)))
                                    .median(),
                            (one, other) -> one,
                            TreeMap::new));
        }

        private static @Nullable Double median(List<Effort> rounds, Function<Effort, @Nullable Double> value) {
            List<Double> values = rounds.stream()
                    .flatMap(round -> Stream.ofNullable(value.apply(round)))
                    .toList();
            return values.isEmpty() ? null : Sample.of(values).median();
        }
    }

    static @Nullable Double perTenfold(List<Case> cases) {
        return Growth.perTenfold(cases, Case::datasets, Case::secondsPerRow);
    }
}
