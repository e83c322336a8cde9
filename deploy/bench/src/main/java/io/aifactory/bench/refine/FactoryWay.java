package io.aifactory.bench.refine;

import io.aifactory.bench.lake.LakeBus;
import io.aifactory.bench.lake.LakeSite;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.events.TrainingSettings;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Folders;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lake service. Each file is the dataset of a model in a project of its own. Time begins when the storage tells of the
 * files, which lie in their {@code in/} folders, and ends when the last model's gold, with its parts, was announced.
 */
final class FactoryWay implements Way, AutoCloseable {

    private static final ModelName MODEL = new ModelName("11_customers_clas");
    private static final DatasetName DATASET = new DatasetName("ds01_customers");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Pattern STEP =
            Pattern.compile("(stage|make bronze|make silver|merge|split)\\b.* took (\\d+) ms");
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LakeSite site;
    private final EngineChoice engine;
    private final Clock clock;
    private final LakeBus bus;
    private final Queue<DatasetSaved> golds = new ConcurrentLinkedQueue<>();
    private final Queue<DatasetRejected> rejections = new ConcurrentLinkedQueue<>();
    private int projects;

    FactoryWay(LakeSite site, EngineChoice engine, Clock clock) {
        this.site = site;
        this.engine = engine;
        this.clock = clock;
        this.bus = new LakeBus(site.busAddress(), clock, this::hear);
    }

    private void hear(FactoryEvent event) {
        if (event instanceof DatasetSaved saved && saved.dataset().layer() == LakeLayer.GOLD) {
            golds.add(saved);
        }
        if (event instanceof DatasetRejected rejected) {
            rejections.add(rejected);
        }
    }

    @Override
    public Effort refine(List<Path> files) {
        List<ProjectId> refining =
                files.stream().map(file -> ProjectId.of(++projects)).toList();
        refining.forEach(this::configure);
        List<InFile> landed = IntStream.range(0, files.size())
                .mapToObj(i -> land(refining.get(i), files.get(i)))
                .toList();
        var use = ProcessUse.of(site.pid(LakeSite.LAKE).orElseThrow());
        int logged = site.log(0).size();
        golds.clear();
        use.forgetPeak();
        Optional<Double> before = use.processorSeconds();
        long begin = System.nanoTime();
        landed.forEach(file -> bus.landed(file.path(), size(file)));
        await("the gold of %d models".formatted(files.size()), () -> golds.size() >= files.size());
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        var effort = new Effort(
                seconds,
                phases(site.log(logged)),
                use.processorSeconds().map(after -> after - before.orElse(0.0)).orElse(null),
                use.peakMegabytes().orElse(null));
        refining.forEach(
                project -> Folders.delete(site.lake().resolve("projects").resolve(project.value())));
        return effort;
    }

    private void configure(ProjectId project) {
        var settings = new ModelSettings(
                MODEL.mlType(),
                Customers.LABEL,
                Customers.KEY,
                List.of(new DatasetSettings(DATASET, List.of(), null, null, engine)),
                new SplitSettings(0.6, 0.2, 0.2, 42, true),
                new TrainingSettings("auc", 60, 5, 42),
                new PromotionSettings(List.of(), List.of(EnvironmentTier.TEST)));
        bus.publish(new EnvironmentProvisioned(project, EnvironmentTier.DEV, 1, List.of(), clock.instant()));
        bus.publish(new ModelConfigured(project, MODEL, 1, "bench@contoso.com", settings, clock.instant()));
        await("the service to know " + project, () -> isKnown(project));
    }

    private boolean isKnown(ProjectId project) {
        try (var database = site.database();
                PreparedStatement query = database.prepareStatement("""
                        SELECT 1 FROM configured_model JOIN environment USING (project) WHERE project = ?""")) {
            query.setString(1, project.value());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("can not look into the service's database", e);
        }
    }

    /** The file is the same that the others read. */
    private InFile land(ProjectId project, Path file) {
        InFile target =
                new InFolder(ModelZone.train(project, MODEL), DATASET, EnvironmentTier.DEV, DAY).file("customers.csv");
        Path place = site.lake().resolve(target.path());
        try {
            FactoryHome.made(FactoryHome.folderOf(place));
            Files.createLink(place, file);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("can not put " + file + " into the lake", e);
        }
    }

    private long size(InFile file) {
        try {
            return Files.size(site.lake().resolve(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException("can not look at " + file, e);
        }
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            DatasetRejected rejected = rejections.peek();
            if (rejected != null) {
                throw Refusal.of("The service turned data away: " + rejected.reason());
            }
            if (System.nanoTime() > deadline) {
                throw Refusal.of(
                        "Waited %d min in vain for %s.".formatted(PATIENCE.toMinutes(), what), site.lastWords());
            }
            Waiting.pause(LOOK);
        }
    }

    /** The engine says in the log how long each piece of work took. */
    private static Map<Phase, Double> phases(List<String> log) {
        var phases = new EnumMap<Phase, Double>(Phase.class);
        log.stream()
                .map(STEP::matcher)
                .filter(Matcher::find)
                .forEach(step -> phases.merge(
                        phase(step.group(1)), Long.parseLong(step.group(2)) / MILLIS_PER_SECOND, Double::sum));
        return phases;
    }

    private static Phase phase(String step) {
        return switch (step) {
            case "make silver" -> Phase.SILVER;
            case "merge" -> Phase.GOLD;
            case "split" -> Phase.SPLIT;
            default -> Phase.BRONZE;
        };
    }

    @Override
    public void close() {
        bus.close();
    }
}
