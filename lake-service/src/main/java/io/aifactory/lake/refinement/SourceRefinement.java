package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.dataset.Lineage;
import io.aifactory.lake.dataset.Publication;
import io.aifactory.lake.dataset.Saving;
import io.aifactory.lake.dataset.Sending;
import io.aifactory.lake.dataset.Step;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.dataset.TableRefusal;
import io.aifactory.lake.engine.Engines;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.TableRefused;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.query.Queries;
import io.aifactory.lake.query.Query;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes bronze and silver of one source dataset, if its files or its rules have changed. */
@Component
class SourceRefinement {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRefinement.class);

    private final RefinementEngine engine;
    private final Engines engines;
    private final Queries queries;
    private final RowRules rowRules;
    private final ReferencedTables referencedTables;
    private final TableRules tableRules;
    private final TableRefusal refusal;
    private final DatasetVersions versions;
    private final Publication publication;
    private final Arrivals arrivals;
    private final ResearchSample sample;
    private final FileRejection rejection;

    SourceRefinement(
            RefinementEngine engine,
            Engines engines,
            Queries queries,
            RowRules rowRules,
            ReferencedTables referencedTables,
            TableRules tableRules,
            TableRefusal refusal,
            DatasetVersions versions,
            Publication publication,
            Arrivals arrivals,
            ResearchSample sample,
            FileRejection rejection) {
        this.engine = engine;
        this.engines = engines;
        this.queries = queries;
        this.rowRules = rowRules;
        this.referencedTables = referencedTables;
        this.tableRules = tableRules;
        this.refusal = refusal;
        this.versions = versions;
        this.publication = publication;
        this.arrivals = arrivals;
        this.sample = sample;
        this.rejection = rejection;
    }

    /** What silver is made by. */
    private record Recipe(
            @Nullable Query query, SilverRules rules, List<DatasetVersion> references, EngineChoice engine) {

        String inputs(Source source, ConfiguredModel model) {
            return "%s\n%s\n%s %s %s %s %s %s%s"
                    .formatted(
                            source.contents(),
                            model.formOf(source.dataset()),
                            rules.key(),
                            new TreeMap<>(rules.checks()),
                            rules.typeAgreement(),
                            query == null ? "" : query.described(),
                            references.stream()
                                    .map(table -> table.reference().file().path())
                                    .toList(),
                            model.tableRuleOf(source.dataset()),
                            engine == EngineChoice.AUTOMATIC ? "" : " " + engine);
        }
    }

    private record Drafts(Draft bronze, @Nullable Draft silver, List<String> reasons) {

        /** Returns silver, unless it is refused. */
        Optional<Draft> goodSilver() {
            return reasons.isEmpty() ? Optional.ofNullable(silver) : Optional.empty();
        }

        void send(Sending sending) {
            sending.sendIfChanged(bronze);
            goodSilver().ifPresent(sending::sendIfChanged);
        }
    }

    void refine(Source source, ConfiguredModel model, StagedFiles staged, Workspace workspace, Baseline baseline) {
        if (source.files().isEmpty()) {
            return;
        }
        try {
            Query query = queries.find(
                            source.scope().zone(),
                            source.dataset(),
                            source.scope().environment())
                    .orElse(null);
            SilverRules rules = rowRules.of(source, model, query == null ? null : query.sql());
            referencedTables
                    .find(source, rules)
                    .ifPresentOrElse(
                            references -> refine(
                                    source,
                                    new Recipe(query, rules, references, model.engineOf(source.dataset())),
                                    model,
                                    staged,
                                    workspace,
                                    baseline),
                            () -> LOG.info(
                                    "{}: silver waits for {}", source.silver(), ReferencedTables.namesIn(rules)));
        } catch (InvalidSql unreadable) {
            refusal.refuse(source.silver(), source.newestFile(), source.contents(), unreadable.reason());
        }
    }

    private void refine(
            Source source,
            Recipe recipe,
            ConfiguredModel model,
            StagedFiles staged,
            Workspace workspace,
            Baseline baseline) {
        if (publication.isMadeFrom(source.silver(), inputs(source, recipe, model))) {
            return;
        }
        Source present = source.keeping(file -> isThere(file, staged));
        if (!present.files().isEmpty()) {
            Drafts drafts = draft(present, recipe, model, staged, workspace);
            publication.save(
                    present.silver(),
                    inputs(present, recipe, model),
                    baseline,
                    new Step(drafts::send, saving -> save(saving, drafts, present, recipe)));
        }
    }

    private String inputs(Source source, Recipe recipe, ConfiguredModel model) {
        return recipe.inputs(source, model) + (source.silver().isForResearch() ? " " + sample.described(model) : "");
    }

    /** A file may be taken away at any time, and the storage need not have told; or be read more strictly than it was. */
    private boolean isThere(Arrival arrival, StagedFiles staged) {
        try {
            staged.file(arrival);
            return true;
        } catch (LakeFileNotFound e) {
            LOG.info("{} was taken away", arrival.file().path());
            arrivals.lose(arrival);
            return false;
        } catch (UnreadableFile e) {
            rejection.rejectAccepted(arrival, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private Drafts draft(Source source, Recipe recipe, ConfiguredModel model, StagedFiles staged, Workspace workspace) {
        Path file = workspace.newFile("bronze.parquet");
        TableProfile profile =
                engine.bronze(source.files().stream().map(staged::file).toList(), file);
        Draft bronze = Draft.of(source.bronze(), profile, file);
        Path silver = workspace.newFile("silver.parquet");
        Path bad = workspace.newFile("bad.csv");
        try {
            SilverOutcome outcome = referencedTables.use(recipe.references, others -> engines.of(recipe.engine, file)
                    .silver(file, recipe.rules, others, silver, bad));
            List<String> reasons =
                    tableRules.reasons(model.tableRuleOf(source.dataset()), outcome, comparable(source.silver()));
            Draft whole = silverDraft(source, outcome, silver, bad);
            return new Drafts(
                    bronze, whole.table().isForResearch() ? sample.of(whole, model, workspace) : whole, reasons);
        } catch (TableRefused e) {
            return new Drafts(bronze, null, List.of(e.reason()));
        }
    }

    /** The version before, if its rows can be compared: of what people try out only a sample was kept. */
    private @Nullable DatasetVersion comparable(TableId silver) {
        return silver.isForResearch() ? null : versions.latest(silver).orElse(null);
    }

    private static Draft silverDraft(Source source, SilverOutcome outcome, Path silver, Path bad) {
        return new Draft(
                source.silver(),
                outcome.silver(),
                outcome.fingerprint(),
                silver,
                new Draft.BadRows(outcome.badRows(), bad));
    }

    private void save(Saving saving, Drafts drafts, Source source, Recipe recipe) {
        DatasetReference bronze =
                saving.unchanged(drafts.bronze).orElseGet(() -> saveBronze(saving, drafts.bronze, source));
        drafts.goodSilver()
                .ifPresentOrElse(
                        silver -> saveIfChanged(saving, silver, bronze),
                        () -> refusal.refuse(
                                source.silver(),
                                culprit(source, recipe, drafts.silver),
                                source.contents(),
                                String.join("; ", drafts.reasons)));
    }

    /** A query that can't be run is to blame itself; for all else it is the data that came last. */
    private static LakeFile culprit(Source source, Recipe recipe, @Nullable Draft silver) {
        Query query = recipe.query;
        return silver == null && query != null ? query.file().file() : source.newestFile();
    }

    private static void saveIfChanged(Saving saving, Draft draft, DatasetReference bronze) {
        if (saving.unchanged(draft).isPresent()) {
            return;
        }
        DatasetReference silver = saving.place(draft);
        saving.announce(draft, silver, Lineage.ofInputs(List.of(bronze)));
        LOG.info(
                "{}: version {} with {} rows, {} turned away",
                draft.table(),
                silver.version(),
                silver.rows(),
                draft.bad() == null ? 0 : draft.bad().rows());
    }

    private static DatasetReference saveBronze(Saving saving, Draft draft, Source source) {
        DatasetReference bronze = saving.place(draft);
        saving.announce(draft, bronze, Lineage.ofFiles(source.lakeFiles()));
        return bronze;
    }
}
