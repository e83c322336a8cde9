package io.aifactory.lake.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.ServiceDatabase;
import io.aifactory.lake.arrival.TestLanding;
import io.aifactory.lake.lineage.LineageStore;
import java.util.ArrayList;
import java.util.List;

/** Gives tests of other features a catalogue without Spring. */
public final class TestCatalogue {

    private final List<FactoryEvent> announced = new ArrayList<>();
    private final ServiceDatabase database;
    private final DatasetVersions versions;
    private final FormerVersions formerVersions;

    public TestCatalogue(ServiceDatabase database, Lakes lakes) {
        this.database = database;
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        this.versions = new DatasetVersions(database.client(), json);
        var publication = new Publication(
                versions,
                new NewVersions(database.client(), json),
                new MadeFrom(database.client()),
                new LineageStore(database.client()),
                lakes,
                announced::add,
                database.client(),
                database.transaction(),
                database.clock());
        this.formerVersions = new FormerVersions(publication, versions, TestLanding.arrivalsIn(database));
    }

    public FormerVersions formerVersions() {
        return formerVersions;
    }

    /** Returns the events that were published. */
    public List<FactoryEvent> announced() {
        return announced;
    }

    /** Returns how many versions there are. */
    public long count() {
        return database.client()
                .sql("SELECT count(*) FROM dataset_version")
                .query(Long.class)
                .single();
    }

    /** Returns the newest version of the table in a folder of dev's lake. */
    public DatasetVersion newest(String folder, LakeLayer layer) {
        return database
                .client()
                .sql("SELECT path FROM dataset_version WHERE zone || '/' || dataset = :folder AND layer = :layer")
                .param("folder", folder)
                .param("layer", layer.label())
                .query(String.class)
                .list()
                .stream()
                .map(path -> (EnvironmentPath) LakePaths.parse(path))
                .map(path -> versions.latest(new TableId(
                                path.zone(),
                                new DatasetName(folder.substring(folder.lastIndexOf('/') + 1)),
                                layer,
                                EnvironmentTier.DEV,
                                null))
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
