package io.aifactory.contracts.lake;

import io.aifactory.contracts.lake.LakeFolder.OfDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every form a path of the lake can have, and what it stands for. */
final class Grammar {

    private static final String MODEL = "projects/{project}/{model}";
    private static final String TRAIN = MODEL + "/train";
    private static final String INFERENCE = MODEL + "/inference/{number}";

    private static final List<Form> FORMS = forms();

    private Grammar() {}

    /** Returns what the path stands for, if it is one of the forms. */
    static Optional<LakePath> find(String path) {
        return matches(path)
                .flatMap(match -> Optional.ofNullable(match.path()).stream())
                .findFirst();
    }

    /** Returns what is wrong with a path of no form: where it leaves the forms that it follows longest. */
    static String reasonAgainst(String path) {
        String[] parts = path.split("/", -1);
        int followed = matches(path).mapToInt(Form.Match::matchedParts).max().orElse(0);
        String expected = matches(path)
                .filter(match -> match.matchedParts() == followed)
                .map(Form.Match::expected)
                .distinct()
                .collect(Collectors.joining(" or "));
        return followed < parts.length
                ? "'%s' is not %s".formatted(parts[followed], expected)
                : "it ends where there should follow " + expected;
    }

    private static Stream<Form.Match> matches(String path) {
        String[] parts = path.split("/", -1);
        return FORMS.stream().map(form -> form.match(parts));
    }

    private static List<Form> forms() {
        var forms = new ArrayList<Form>();
        addFolders(forms);
        addControlFiles(forms);
        addRefinement(forms);
        addQueries(forms);
        addGold(forms);
        addModels(forms);
        addScoring(forms);
        addMaster(forms);
        return List.copyOf(forms);
    }

    private static void addFolders(List<Form> forms) {
        for (var top : LakeFolder.Top.values()) {
            add(forms, top.path(), c -> top);
        }
        add(forms, "projects/{project}", c -> new LakeFolder.OfProject(c.project()));
        add(forms, MODEL, c -> new LakeFolder.OfModel(c.project(), c.model()));
        addZoned(forms, "", c -> new LakeFolder.OfZone(c.zone()));
        for (var part : OfDataset.Part.values()) {
            addZoned(
                    forms,
                    "/{dataset}/" + part.folder() + "/{environment}",
                    c -> new OfDataset(c.zone(), c.dataset(), part, c.environment()));
        }
        add(forms, TRAIN + "/model", c -> new LakeFolder.OfModels(c.train()));
    }

    private static void addControlFiles(List<Form> forms) {
        add(forms, new LakeVersionFile().path(), c -> new LakeVersionFile());
        for (var use : ActiveFile.Use.values()) {
            add(forms, MODEL + "/" + use.tail(), c -> new ActiveFile(c.project(), c.model(), use));
        }
        for (var info : RunInfoFile.Info.values()) {
            add(forms, MODEL + "/" + info.tail(), c -> new RunInfoFile(c.project(), c.model(), info));
        }
        String costs = "aifactory-governance/cross-charging/{environment}/";
        add(forms, costs + "latest/{file}", c -> new CostReportFile(c.environment(), null, c.file()));
        add(forms, costs + "{date}/{file}", c -> new CostReportFile(c.environment(), c.date(), c.file()));
    }

    private static void addRefinement(List<Form> forms) {
        addZoned(forms, "/{dataset}/in/{environment}/{date}", Captures::inFolder);
        addZoned(forms, "/{dataset}/in/{environment}/{date}/{file}", c -> c.inFolder()
                .file(c.file()));
        addZoned(forms, "/{dataset}/in/{environment}/{date}/" + InFile.PARTS_FOLDER + "{file}", c -> c.inFolder()
                .file(InFile.PARTS_FOLDER + c.file()));
        addZoned(
                forms,
                "/{dataset}/out/{layer}/{environment}[/{edition}]/{layer}.parquet",
                c -> new RefinedFile(c.zone(), c.dataset(), c.layer(), c.environment(), c.edition()));
        addZoned(
                forms,
                "/{dataset}/bad/{environment}[/{edition}]/{file}",
                c -> new BadFile(c.zone(), c.dataset(), c.environment(), c.edition(), c.file()));
        addZoned(
                forms,
                "/{dataset}/bad/{environment}/{date}/{file}",
                c -> new RejectedFile(c.zone(), c.dataset(), c.environment(), c.date(), c.file()));
    }

    private static void addQueries(List<Form> forms) {
        String ofDataset = TRAIN + "/{dataset}";
        add(
                forms,
                ofDataset + "/sql/{environment}/in_to_silver.sql",
                c -> new SqlFile(c.train(), c.dataset(), c.environment(), null));
        add(
                forms,
                ofDataset + "/out/sql/{environment}/v{version}/in_to_silver.sql",
                c -> new SqlFile(c.train(), c.dataset(), c.environment(), c.version()));
        add(
                forms,
                TRAIN + "/sql/{environment}/silver_to_gold.sql",
                c -> new SqlFile(c.train(), null, c.environment(), null));
        add(
                forms,
                TRAIN + "/gold/sql/{environment}/v{version}/silver_to_gold.sql",
                c -> new SqlFile(c.train(), null, c.environment(), c.version()));
        add(forms, TRAIN + "/sql/{environment}", c -> new LakeFolder.OfQueries(c.train(), null, c.environment()));
        add(
                forms,
                ofDataset + "/sql/{environment}",
                c -> new LakeFolder.OfQueries(c.train(), c.dataset(), c.environment()));
    }

    private static void addGold(List<Form> forms) {
        add(
                forms,
                TRAIN + "/gold/{environment}[/{edition}]/gold.parquet",
                c -> new GoldFile(c.train(), c.environment(), c.edition()));
        for (var split : GoldSplit.values()) {
            add(
                    forms,
                    TRAIN + "/gold/{environment}/" + split.folder() + "[/{edition}]/" + split.layer() + ".parquet",
                    c -> new GoldSplitFile(c.train(), c.environment(), split, c.edition()));
        }
    }

    private static void addModels(List<Form> forms) {
        add(
                forms,
                TRAIN + "/model/{environment}/v{version}/{file}",
                c -> new ModelFile(c.train(), c.environment(), c.version(), c.file()));
        add(
                forms,
                TRAIN + "/model/{environment}/in/{build}/{file}",
                c -> new DeliveredModelFile(c.train(), c.environment(), c.build(), c.file()));
    }

    private static void addScoring(List<Form> forms) {
        String toScore = INFERENCE + "/gold/{environment}";
        String scored = INFERENCE + "/scored/{environment}";
        for (var day : List.of("", "/{date}")) {
            add(
                    forms,
                    toScore + day + "[/{edition}]/gold_to_score.parquet",
                    c -> new ToScoreFile(c.inference(), c.environment(), c.dateOrNull(), c.edition()));
            add(
                    forms,
                    scored + day + "[/{edition}]/gold_scored.parquet",
                    c -> new ScoredFile(c.inference(), c.environment(), c.dateOrNull(), c.edition()));
        }
        for (var content : OnlineFile.Content.values()) {
            add(forms, INFERENCE + content.template(), c -> c.online(content));
        }
    }

    private static void addMaster(List<Form> forms) {
        add(
                forms,
                "master/gold/{model}/{project}/gold.parquet",
                c -> new MasterPath.SharedGold(c.model(), c.project()));
        IntStream.rangeClosed(1, MasterDataset.DEEPEST_PARENT).forEach(depth -> addMaster(forms, depth));
    }

    private static void addMaster(List<Form> forms, int depth) {
        String dataset = "master" + "/{parent}".repeat(depth) + "/{master}";
        add(forms, dataset + "/in", c -> new MasterPath.InFolder(c.master()));
        add(forms, dataset + "/in/{date}/{file}", c -> new MasterPath.In(c.master(), c.date(), c.file()));
        addTable(forms, dataset + "/out/{layer}", Captures::refinedTable);
        addTable(forms, dataset + "/out/{project}/out/{layer}/{environment}", Captures::tableGivenBack);
        add(forms, dataset + "/out/{layer}/{file}", c -> new MasterPath.Out(c.master(), c.layer(), c.file()));
        add(
                forms,
                dataset + "/out/{project}/out/{layer}/{environment}/{date}/{file}",
                c -> new MasterPath.SharedBack(
                        c.master(), c.project(), c.layer(), c.environment(), c.date(), c.file()));
    }

    private static void addTable(List<Form> forms, String folder, Function<Captures, MasterTable> table) {
        String log = folder + "/" + MasterTable.LOG;
        add(forms, folder, c -> table.apply(c).folder());
        add(forms, log, c -> table.apply(c).logFolder());
        add(forms, log + "/{file}", c -> table.apply(c).logFile(c.file()));
    }

    private static void addZoned(List<Form> forms, String tail, Function<Captures, LakePath> meaning) {
        add(forms, TRAIN + tail, meaning);
        add(forms, INFERENCE + tail, meaning);
    }

    private static void add(List<Form> forms, String template, Function<Captures, LakePath> meaning) {
        if (template.contains("[")) {
            forms.add(new Form(template.replaceAll("\\[.*]", ""), meaning));
        }
        forms.add(new Form(template.replaceAll("[\\[\\]]", ""), meaning));
    }
}
