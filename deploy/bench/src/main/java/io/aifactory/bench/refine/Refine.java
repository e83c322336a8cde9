package io.aifactory.bench.refine;

import io.aifactory.bench.lake.LakeSite;
import io.aifactory.bench.lake.Limits;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.launch.BuiltSpark;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast files go through all layers, beside the bare engine and, if it is given one, Spark. */
@Command(
        name = "refine",
        mixinStandardHelpOptions = true,
        description =
                "Measure refinement: a generated CSV through bronze, silver, gold and its parts with statistics, lineage and registration,"
                        + " beside the bare engine on the same files, and beside Spark where a folder of its jars is given.",
        footer = {
            "",
            "Examples:",
            "  ./factory bench refine",
            "  ./factory bench refine --rows 20000000 --memory 4GB",
            "  ./factory bench refine --rows 1000000 --datasets 1,10,100",
            "  ./factory bench refine --engine spark",
            "  ./factory bench refine --spark /opt/spark/jars --json > refine.json"
        })
public final class Refine implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d+)(MB|GB)");
    private static final int MEGABYTES_PER_GIGABYTE = 1024;
    private static final String OFF = "off";

    @Option(names = "--rows", paramLabel = "N", description = "Rows of all datasets together. Default: 20000000.")
    private long rows = 20_000_000;

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "N",
            description = "Into how many datasets they are divided; one case each. Default: 1.")
    private List<Integer> datasets = List.of(1);

    @Option(names = "--rounds", paramLabel = "R", description = "Rounds on each way, for each case. Default: 1.")
    private int rounds = 1;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "What an engine may use, such as 512MB. Default: 4GB.")
    private String memory = "4GB";

    @Option(names = "--threads", paramLabel = "T", description = "Threads of an engine. Default: 2.")
    private int threads = 2;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "What the factory refines with: automatic, embedded or spark, which has to be built."
                    + " Default: automatic.")
    private String engine = EngineChoice.AUTOMATIC.label();

    @Option(
            names = "--spark",
            paramLabel = "DIR",
            description = "Measure Spark too, with the jars in this folder. Default: off, without Spark.")
    private String spark = OFF;

    @Option(names = "--seed", paramLabel = "S", description = "Decides the data. Default: 1.")
    private long seed = 1;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        RefinePlan plan = plan();
        try (var site = new LakeSite(plan.limits())) {
            output.progress("PostgreSQL, the bus and the lake service start in " + site.folder());
            site.open();
            var report = new RefineBench(site, plan, output::progress).run();
            output.answer(report, new RefineTables(report).lines());
            return ExitCode.DONE.code();
        }
    }

    private RefinePlan plan() {
        try {
            var plan = new RefinePlan(rows, datasets, rounds, new Limits(megabytes(), threads), seed, engine(), null);
            return sparkJars().map(plan::withSpark).orElse(plan);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    private EngineChoice engine() {
        EngineChoice chosen = EngineChoice.of(engine);
        if (chosen == EngineChoice.SPARK && BuiltSpark.of(FactoryHome.current()).isEmpty()) {
            throw new IllegalArgumentException(
                    "Spark is not built; ./mvnw -q -pl deploy/spark -am package -DskipTests builds it");
        }
        return chosen;
    }

    private int megabytes() {
        Matcher size = SIZE.matcher(memory.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException("'%s' is no size such as 512MB or 4GB".formatted(memory));
        }
        return Integer.parseInt(size.group(1)) * (size.group(2).equals("GB") ? MEGABYTES_PER_GIGABYTE : 1);
    }

    private Optional<Path> sparkJars() {
        if (spark.equals(OFF)) {
            return Optional.empty();
        }
        Path chosen = Path.of(spark).toAbsolutePath();
        if (!hasSpark(chosen)) {
            throw Refusal.usage("There is no spark-sql_*.jar in " + chosen);
        }
        return Optional.of(chosen);
    }

    private static boolean hasSpark(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("spark-sql_"));
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + folder, e);
        }
    }
}
