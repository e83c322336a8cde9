package io.aifactory.bench.refine;

import io.aifactory.bench.figures.Sample;
import io.aifactory.bench.lake.LakeSite;
import io.aifactory.bench.refine.RefineReport.Case;
import io.aifactory.bench.refine.RefineReport.Figures;
import io.aifactory.bench.refine.RefineReport.Machine;
import io.aifactory.bench.refine.RefineReport.Spread;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures on a site: the same files on all ways, round by round, and who begins takes turns. */
final class RefineBench {

    private static final double MEGABYTE = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long WARM_UP_ROWS = 20_000;

    private final LakeSite site;
    private final RefinePlan plan;
    private final Consumer<String> progress;

    RefineBench(LakeSite site, RefinePlan plan, Consumer<String> progress) {
        this.site = site;
        this.plan = plan;
        this.progress = progress;
    }

    /** A way, and what it took so far. */
    private record Runner(String name, Way way, List<Effort> efforts) {

        Runner(String name, Way way) {
            this(name, way, new ArrayList<>());
        }
    }

    RefineReport run() {
        long begin = System.nanoTime();
        try (var factory = new FactoryWay(site, plan.engine(), Clock.systemUTC())) {
            warmUp(factory);
            List<Case> cases = plan.datasets().stream()
                    .map(datasets -> measure(factory, datasets))
                    .toList();
            Spread ofSpark = cases.get(0).ratioToSpark();
            return new RefineReport(
                    Machine.here(),
                    plan.limits(),
                    plan.engine(),
                    plan.sparkJars() == null ? "none" : plan.sparkJars(),
                    cases,
                    RefineReport.perTenfold(cases),
                    cases.get(0).ratioToBareEngine().median(),
                    ofSpark == null ? null : ofSpark.median(),
                    (System.nanoTime() - begin) / NANOS_PER_SECOND);
        }
    }

    /** A service that has refined something before is what there is, but on its very first day. */
    private void warmUp(FactoryWay factory) {
        progress.accept("a warm-up of the service");
        List<Path> files = generate(1, Math.min(WARM_UP_ROWS, plan.rows()));
        factory.refine(files);
        Folders.delete(data());
    }

    private Case measure(FactoryWay factory, int datasets) {
        long rowsEach = plan.rows() / datasets;
        progress.accept("%d rows in %d datasets are made".formatted(rowsEach * datasets, datasets));
        List<Path> files = generate(datasets, rowsEach);
        double megabytes = files.stream().mapToLong(RefineBench::size).sum() / MEGABYTE;
        var runners = runners(factory, rowsEach);
        race(runners, files);
        Folders.delete(data());
        return compared(datasets, rowsEach * datasets, megabytes, runners);
    }

    private List<Runner> runners(FactoryWay factory, long rowsEach) {
        var runners = new ArrayList<>(List.of(
                new Runner("factory", factory),
                new Runner(
                        "bare engine",
                        new ScriptWay(
                                Dialect.DUCKDB,
                                Engines.bare(site.library("duckdb_jdbc"), plan.limits()),
                                site.folder(),
                                rowsEach))));
        String jars = plan.sparkJars();
        if (jars != null) {
            runners.add(new Runner(
                    "spark",
                    new ScriptWay(
                            Dialect.SPARK, Engines.spark(Path.of(jars), plan.limits()), site.folder(), rowsEach)));
        }
        return runners;
    }

    private void race(List<Runner> runners, List<Path> files) {
        var order = new ArrayList<>(runners);
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Runner runner : order) {
                Effort effort = runner.way.refine(files);
                runner.efforts.add(effort);
                progress.accept(
                        "round %d, %s: %.1f s, %s".formatted(round, runner.name, effort.seconds(), effort.phases()));
            }
            Collections.rotate(order, 1);
        }
    }

    private static Case compared(int datasets, long rows, double megabytes, List<Runner> runners) {
        List<Effort> factory = runners.get(0).efforts;
        List<Effort> bare = runners.get(1).efforts;
        List<Effort> spark = runners.size() > 2 ? runners.get(2).efforts : List.of();
        return new Case(
                datasets,
                rows,
                megabytes,
                Figures.of(factory, rows),
                Figures.of(bare, rows),
                spark.isEmpty() ? null : Figures.of(spark, rows),
                Objects.requireNonNull(ratio(factory, bare, Effort::seconds)),
                ratio(factory, bare, Effort::processorSeconds),
                ratio(factory, spark, Effort::seconds));
    }

    private static @Nullable Spread ratio(
            List<Effort> ours, List<Effort> theirs, Function<Effort, @Nullable Double> value) {
        List<Double> ratios = IntStream.range(0, Math.min(ours.size(), theirs.size()))
                .boxed()
                .flatMap(round -> {
                    Double own = value.apply(ours.get(round));
                    Double other = value.apply(theirs.get(round));
                    return own == null || other == null ? Stream.<Double>empty() : Stream.of(own / other);
                })
                .toList();
        return ratios.isEmpty() ? null : Spread.of(Sample.of(ratios));
    }

    private List<Path> generate(int datasets, long rows) {
        Path folder = FactoryHome.made(data());
        return IntStream.range(0, datasets)
                .mapToObj(i -> {
                    Path file = folder.resolve("customers-%d.csv".formatted(i));
                    Customers.write(file, rows, plan.seed() + i);
                    return file;
                })
                .toList();
    }

    private Path data() {
        return site.folder().resolve("data");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can not look at " + file, e);
        }
    }
}
