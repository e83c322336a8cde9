package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.dataset.Lineage;
import io.aifactory.lake.dataset.Publication;
import io.aifactory.lake.dataset.Saving;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes bronze and silver of one source dataset, if its files or its rules have changed. */
@Component
class SourceRefinement {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRefinement.class);

    private final RefinementEngine engine;
    private final RowRules rowRules;
    private final Publication publication;
    private final Arrivals arrivals;
    private final ResearchSample sample;

    SourceRefinement(
            RefinementEngine engine,
            RowRules rowRules,
            Publication publication,
            Arrivals arrivals,
            ResearchSample sample) {
        this.engine = engine;
        this.rowRules = rowRules;
        this.publication = publication;
        this.arrivals = arrivals;
        this.sample = sample;
    }

    private record Drafts(Draft bronze, Draft silver) {}

    void refine(Source source, ConfiguredModel model, StagedFiles staged, Workspace workspace, Baseline baseline) {
        SilverRules rules = rowRules.of(source, model);
        if (source.files().isEmpty() || publication.isMadeFrom(source.silver(), inputs(source, rules, model))) {
            return;
        }
        Source present = source.keeping(file -> isThere(file, staged));
        if (!present.files().isEmpty()) {
            Drafts drafts = draft(present, staged, rules, model, workspace);
            publication.save(
                    present.silver(), inputs(present, rules, model), baseline, saving -> save(saving, drafts, present));
        }
    }

    private String inputs(Source source, SilverRules rules, ConfiguredModel model) {
        return source.contents() + "\n" + rules.key() + " " + new TreeMap<>(rules.checks()) + " "
                + rules.typeAgreement() + (source.silver().isForResearch() ? " " + sample.described(model) : "");
    }

    /** A file may be taken away at any time, and the storage need not have told. */
    private boolean isThere(Arrival arrival, StagedFiles staged) {
        try {
            staged.file(arrival);
            return true;
        } catch (LakeFileNotFound e) {
            LOG.info("{} was taken away", arrival.file().path());
            arrivals.lose(arrival);
            return false;
        }
    }

    private Drafts draft(
            Source source, StagedFiles staged, SilverRules rules, ConfiguredModel model, Workspace workspace) {
        Path bronze = workspace.newFile("bronze.parquet");
        Path silver = workspace.newFile("silver.parquet");
        Path bad = workspace.newFile("bad.csv");
        TableProfile bronzeProfile =
                engine.bronze(source.files().stream().map(staged::file).toList(), bronze);
        SilverOutcome outcome = engine.silver(bronze, rules, silver, bad);
        var whole = new Draft(
                source.silver(),
                outcome.silver(),
                outcome.fingerprint(),
                silver,
                new Draft.BadRows(outcome.badRows(), bad));
        return new Drafts(
                Draft.of(source.bronze(), bronzeProfile, bronze),
                whole.table().isForResearch() ? sample.of(whole, model, workspace) : whole);
    }

    private static void save(Saving saving, Drafts drafts, Source source) {
        DatasetReference bronze =
                saving.unchanged(drafts.bronze).orElseGet(() -> saveBronze(saving, drafts.bronze, source));
        if (saving.unchanged(drafts.silver).isEmpty()) {
            DatasetReference silver = saving.place(drafts.silver);
            saving.announce(drafts.silver, silver, Lineage.ofInputs(List.of(bronze)));
            LOG.info(
                    "{}: version {} with {} rows, {} turned away",
                    source.silver(),
                    silver.version(),
                    silver.rows(),
                    drafts.silver.bad() == null ? 0 : drafts.silver.bad().rows());
        }
    }

    private static DatasetReference saveBronze(Saving saving, Draft draft, Source source) {
        DatasetReference bronze = saving.place(draft);
        saving.announce(draft, bronze, Lineage.ofFiles(source.lakeFiles()));
        return bronze;
    }
}
