package io.aifactory.contracts.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of {@link LakePaths}: what is printed is read back as the same, and nothing else is read. */
class LakePathsPropertyTests {

    @Property(tries = 2000, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void readsBackWhatItPrinted(@ForAll("paths") LakePath path) {
        assertThat(LakePaths.parse(path.path())).isEqualTo(path);
    }

    @Property(tries = 2000, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void readsNothingThatItWouldPrintOtherwise(@ForAll("mangled") String text) {
        try {
            assertThat(LakePaths.parse(text).path()).isEqualTo(text);
        } catch (InvalidLakePath refused) {
            assertThat(refused).hasMessageContaining("is no path of the lake");
        }
    }

    @Property(tries = 300, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void readsBackTheMasterDatasetItPrinted(@ForAll("masterDatasets") MasterDataset dataset) {
        assertThat(MasterDataset.parse(dataset.toString())).isEqualTo(dataset);
    }

    @Provide
    Arbitrary<String> mangled() {
        Arbitrary<String> insertion =
                Arbitraries.of("..", "/", "//", "\\", "\0", " ", "A", ".", "%2e%2e", "ä", "v1", "");
        return Combinators.combine(paths(), insertion, Arbitraries.integers().between(0, 200))
                .as((path, text, at) -> {
                    int position = Math.min(at, path.path().length());
                    return path.path().substring(0, position)
                            + text
                            + path.path().substring(position);
                });
    }

    @Provide
    Arbitrary<LakePath> paths() {
        return Arbitraries.oneOf(
                ofZones(), ofGold(), ofInference(), ofModels(), ofProjects(), ofMaster(), ofMasterTables());
    }

    private Arbitrary<LakePath> ofZones() {
        return Combinators.combine(zones(), datasets(), environments(), dates(), editions(), files(), layers())
                .flatAs((zone, dataset, environment, date, edition, file, layer) -> {
                    var folder = new InFolder(zone, dataset, environment, date);
                    var refined = new RefinedFile(zone, dataset, layer, environment, edition);
                    return Arbitraries.<LakePath>of(
                            folder,
                            folder.file(file),
                            folder.file("in.parquet/" + file),
                            refined,
                            new DatabricksTable(refined, null),
                            new DatabricksTable(refined, file),
                            new BadFile(zone, dataset, environment, edition, file),
                            new RejectedFile(zone, dataset, environment, date, file),
                            new LakeFolder.OfZone(zone),
                            new LakeFolder.OfDataset(zone, dataset, LakeFolder.OfDataset.Part.SILVER, environment));
                });
    }

    private Arbitrary<LakePath> ofGold() {
        return Combinators.combine(trains(), environments(), editions(), Arbitraries.of(GoldSplit.class))
                .flatAs((zone, environment, edition, split) -> {
                    var gold = new GoldFile(zone, environment, edition);
                    var part = new GoldSplitFile(zone, environment, split, edition);
                    return Arbitraries.<LakePath>of(
                            gold, part, new DatabricksTable(gold, null), new DatabricksTable(part, "part-0"));
                });
    }

    private Arbitrary<LakePath> ofInference() {
        return Combinators.combine(inferences(), environments(), dates().injectNull(0.3), editions(), names())
                .flatAs((zone, environment, date, edition, name) -> Arbitraries.<LakePath>of(
                        new ToScoreFile(zone, environment, date, edition),
                        new ScoredFile(zone, environment, date, edition),
                        online(zone, OnlineFile.Content.SCORED, environment, date, name),
                        online(zone, OnlineFile.Content.TO_SCORE, environment, date, name)));
    }

    private static OnlineFile online(
            ModelZone.Inference zone,
            OnlineFile.Content content,
            EnvironmentTier environment,
            LocalDate date,
            String name) {
        LocalDate day = date == null ? LocalDate.of(2026, 11, 20) : date;
        return new OnlineFile(zone, content, environment, day, date == null ? null : "run" + name, name);
    }

    private Arbitrary<LakePath> ofModels() {
        return Combinators.combine(trains(), environments(), numbers(), files(), names())
                .flatAs((zone, environment, number, file, name) -> Arbitraries.<LakePath>of(
                        new SqlFile(zone, null, environment, null),
                        new SqlFile(zone, null, environment, number),
                        new SqlFile(zone, new DatasetName("ds07_x"), environment, null),
                        new SqlFile(zone, new DatasetName("ds07_x"), environment, number),
                        new LakeFolder.OfQueries(zone, null, environment),
                        new LakeFolder.OfQueries(zone, new DatasetName("ds07_x"), environment),
                        new ModelFile(zone, environment, number, file),
                        new DeliveredModelFile(zone, environment, name, file),
                        new LakeFolder.OfModels(zone)));
    }

    private Arbitrary<LakePath> ofProjects() {
        return Combinators.combine(projects(), models(), environments(), dates(), files())
                .flatAs((project, model, environment, date, file) -> Arbitraries.<LakePath>of(
                        new LakeFolder.Root(),
                        new LakeFolder.OfProject(project),
                        new LakeFolder.OfModel(project, model),
                        new ActiveFile(project, model, ActiveFile.Use.SCORING),
                        new RunInfoFile(project, model, RunInfoFile.Info.SCORED_COPY),
                        new CostReportFile(environment, date, file),
                        new CostReportFile(environment, null, file),
                        new MasterPath.SharedGold(model, project)));
    }

    @Provide
    Arbitrary<MasterDataset> masterDatasets() {
        Arbitrary<String> folder = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(4)
                .ofMaxLength(9)
                .filter(name -> !name.matches("gold"));
        return Combinators.combine(folder.list().ofMinSize(1).ofMaxSize(4), folder)
                .as(MasterDataset::new);
    }

    private Arbitrary<LakePath> ofMaster() {
        return Combinators.combine(masterDatasets(), projects(), layers(), environments(), dates(), files())
                .flatAs((dataset, project, layer, environment, date, file) -> Arbitraries.<LakePath>of(
                        new MasterPath.In(dataset, date, file),
                        new MasterPath.InFolder(dataset),
                        new MasterPath.Out(dataset, layer, file),
                        new MasterPath.SharedBack(dataset, project, layer, environment, date, file)));
    }

    private Arbitrary<LakePath> ofMasterTables() {
        return Combinators.combine(masterTables(), dates(), files(), logFiles())
                .flatAs((table, date, file, log) -> Arbitraries.<LakePath>of(
                        table.folder(), table.logFolder(), table.logFile(log), table.dataFile(date, file)));
    }

    private Arbitrary<MasterTable> masterTables() {
        return Combinators.combine(masterDatasets(), projects(), layers(), environments())
                .flatAs((dataset, project, layer, environment) -> Arbitraries.of(
                        new MasterTable.Refined(dataset, layer),
                        new MasterTable.GivenBack(dataset, project, layer, environment)));
    }

    /** As the Delta protocol names them. */
    private Arbitrary<String> logFiles() {
        Arbitrary<String> endings = Arbitraries.of(
                "json",
                "crc",
                "checkpoint.parquet",
                "checkpoint.0000000001.0000000002.parquet",
                "checkpoint.80a083e8-7026-4e79-81be-64bd76c43a11.json");
        return Arbitraries.oneOf(
                Arbitraries.just("_last_checkpoint"),
                Combinators.combine(numbers(), endings).as((number, ending) -> "%020d.%s".formatted(number, ending)),
                Combinators.combine(numbers(), numbers())
                        .as((first, last) -> "%020d.%020d.compacted.json".formatted(first, last)));
    }

    private Arbitrary<ModelZone> zones() {
        return Arbitraries.oneOf(trains().map(zone -> zone), inferences().map(zone -> zone));
    }

    private Arbitrary<ModelZone.Train> trains() {
        return Combinators.combine(projects(), models()).as(ModelZone::train);
    }

    private Arbitrary<ModelZone.Inference> inferences() {
        return Combinators.combine(projects(), models(), Arbitraries.integers().between(0, 30))
                .as(ModelZone::inference);
    }

    private Arbitrary<ProjectId> projects() {
        return Arbitraries.integers().between(1, 999).map(ProjectId::of);
    }

    private Arbitrary<ModelName> models() {
        return Arbitraries.of("11_diabetes_model_reg", "02_x_clas", "99_in_out_gold_reg")
                .map(ModelName::new);
    }

    private Arbitrary<DatasetName> datasets() {
        return Arbitraries.of("ds01_diabetes", "ds99_x", "ds02_in").map(DatasetName::new);
    }

    private Arbitrary<EnvironmentTier> environments() {
        return Arbitraries.of(EnvironmentTier.class);
    }

    private Arbitrary<RefinedLayer> layers() {
        return Arbitraries.of(RefinedLayer.class);
    }

    private Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 3_000_000).map(day -> LocalDate.of(1, 1, 1)
                .plusDays(day));
    }

    private Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(1, 999_999_999);
    }

    private Arbitrary<Edition> editions() {
        return Arbitraries.oneOf(
                Arbitraries.of(Edition.latest(), Edition.pipelineLatest()),
                numbers().map(Edition::version),
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .ofMinLength(32)
                        .ofMaxLength(32)
                        .map(Edition::run));
    }

    private Arbitrary<String> names() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(20);
    }

    private Arbitrary<String> files() {
        return Arbitraries.oneOf(
                names(),
                names().map(name -> name + ".csv"),
                Arbitraries.of("mätning å.csv", "_SUCCESS", "a..b.csv", "x_dbx.parquet", "gold.parquet", "v1"));
    }
}
