package io.aifactory.lake;

import static io.aifactory.lake.TeamFixtures.DAY;
import static io.aifactory.lake.TeamFixtures.MEASUREMENTS;
import static io.aifactory.lake.TeamFixtures.MODEL;
import static io.aifactory.lake.TeamFixtures.NOW;
import static io.aifactory.lake.TeamFixtures.SERUM;
import static io.aifactory.lake.TeamFixtures.configured;
import static io.aifactory.lake.TeamFixtures.measurements;
import static io.aifactory.lake.TeamFixtures.serum;
import static io.aifactory.lake.TeamFixtures.storageEvent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to the files of a team that wants Spark. */
class SparkJourneyTests extends LakeJourney {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private JdbcClient database;

    @Test
    void sparkMakesTheVersionsThatTheEmbeddedEngineMakes() {
        assumeThat(SPARK.resolve("lib"))
                .as("Spark, which ./mvnw -pl deploy/spark package puts there")
                .isDirectory();
        ProjectId embedded = refine(EngineChoice.EMBEDDED);
        ProjectId spark = refine(EngineChoice.SPARK);

        assertThat(versions(spark)).hasSize(6).isEqualTo(versions(embedded));

        bus.publish(configured(spark, 2, EngineChoice.EMBEDDED));
        put(spark, SERUM, "more.csv", serum(101, 110));

        awaitVersions(spark, 7);
        assertThat(versions(spark))
                .as("measurements, which another engine would make as they are")
                .filteredOn(row -> row.startsWith(MEASUREMENTS.value()))
                .hasSize(1);
    }

    private ProjectId refine(EngineChoice engine) {
        ProjectId project = nextProject();
        bus.publish(new EnvironmentProvisioned(project, EnvironmentTier.DEV, 1, List.of(), NOW));
        bus.publish(configured(project, 1, engine));
        await().until(
                        () -> database.sql("SELECT count(*) FROM configured_model WHERE project = :project")
                                .param("project", project.value())
                                .query(Long.class)
                                .single(),
                        count -> count == 1);
        put(project, MEASUREMENTS, "m.csv", measurements(1, 100) + "101,abc,1.0,5\n102,40,2.0,\n7,40,1,1\n");
        put(project, SERUM, "s.csv", serum(1, 100));
        awaitVersions(project, 6);
        return project;
    }

    private void put(ProjectId project, DatasetName dataset, String name, String content) {
        LakeStorage lake = lakes.of(EnvironmentTier.DEV);
        InFile file = new InFolder(ModelZone.train(project, MODEL), dataset, EnvironmentTier.DEV, DAY).file(name);
        lake.publish(file, LakeContent.of(content.getBytes(UTF_8)));
        String event = storageEvent(file.path(), "PutBlob");
        bus.sendToQueue("lake-storage-events", UUID.randomUUID().toString(), event.getBytes(UTF_8));
    }

    private void awaitVersions(ProjectId project, int count) {
        Awaitility.await().atMost(LONG_ENOUGH).until(() -> versions(project).size(), size -> size >= count);
    }

    /** Versions in which no path of a project stands. */
    private List<String> versions(ProjectId project) {
        return database.sql("""
                        SELECT concat_ws(' ', dataset, layer, version, rows, bad_rows, split_part(fingerprint, '/', 1), columns)
                        FROM dataset_version WHERE project = :project AND layer <> 'bronze' ORDER BY dataset, layer, version""")
                .param("project", project.value())
                .query(String.class)
                .list();
    }
}
