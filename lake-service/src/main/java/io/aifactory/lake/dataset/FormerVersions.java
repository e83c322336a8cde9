package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Takes tables into the catalogue that were made before it. They become versions like others, with a run id that begins with
 * {@code migrated-}, and nobody is told: nothing new was made, and nobody is to learn from it. What they were made from is what
 * lay there then: for bronze the files of the dataset, for all others the newest tables of the layer before.
 */
@Component
public class FormerVersions {

    private static final int SHORT_HASH = 16;

    private final Publication publication;
    private final DatasetVersions versions;
    private final Arrivals arrivals;

    FormerVersions(Publication publication, DatasetVersions versions, Arrivals arrivals) {
        this.publication = publication;
        this.versions = versions;
        this.arrivals = arrivals;
    }

    /** Returns how things stand with the tables of a zone. Who adopts one takes it before looking whether it was adopted already. */
    public Baseline baseline(TableId table) {
        return publication.baseline(table.zone());
    }

    /**
     * Saves a table as the next version.
     *
     * @param table which table
     * @param profile what it is like
     * @param file its rows
     * @param sha256 the hash of the file
     * @param baseline how things stood before
     * @param meanwhile what has to be recorded in the same transaction
     * @throws TableChangedMeanwhile if the table was saved since the baseline, with nothing saved
     */
    public void adopt(
            TableId table,
            TableProfile profile,
            Path file,
            String sha256,
            Baseline baseline,
            Consumer<DatasetReference> meanwhile) {
        var draft = new Draft(table, profile, "migrated-" + sha256, file, null);
        String runId = "migrated-" + sha256.substring(0, SHORT_HASH);
        var step = new Step(sending -> sending.send(draft), saving -> {
            DatasetReference reference = saving.place(draft);
            saving.keep(draft, reference, lineage(table));
            meanwhile.accept(reference);
        });
        publication.save(table, runId, baseline, runId, step);
    }

    private Lineage lineage(TableId table) {
        return switch (table.layer()) {
            case BRONZE -> Lineage.ofFiles(filesOf(table));
            case SILVER ->
                Lineage.ofInputs(newest(table, table.dataset(), LakeLayer.BRONZE).stream()
                        .toList());
            case GOLD -> Lineage.ofInputs(silvers(table));
            default ->
                Lineage.ofInputs(
                        newest(table, DatasetName.GOLD, LakeLayer.GOLD).stream().toList());
        };
    }

    private List<LakeFile> filesOf(TableId table) {
        return arrivals.in(table.zone(), table.environment()).stream()
                .map(Arrival::file)
                .filter(file -> file.dataset().equals(table.dataset()))
                .map(file -> file.file())
                .toList();
    }

    private List<DatasetReference> silvers(TableId gold) {
        return arrivals.in(gold.zone(), gold.environment()).stream()
                .map(arrival -> arrival.file().dataset())
                .distinct()
                .flatMap(dataset -> newest(gold, dataset, LakeLayer.SILVER).stream())
                .toList();
    }

    private Optional<DatasetReference> newest(TableId table, DatasetName dataset, LakeLayer layer) {
        return versions.latest(new TableId(table.zone(), dataset, layer, table.environment(), null))
                .map(DatasetVersion::reference);
    }
}
