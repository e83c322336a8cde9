package io.aifactory.lake.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.LaptopDatabase;
import java.time.LocalDate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was saved before versions had names, tags and samples. */
class CatalogueMigrationTests {

    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    private static final TableId SILVER = new TableId(
            ModelZone.train(ProjectId.of(1), MODEL),
            new DatasetName("ds01_diabetes"),
            LakeLayer.SILVER,
            EnvironmentTier.DEV,
            null);
    private static final TableId TO_SCORE = new TableId(
            ModelZone.inference(ProjectId.of(1), MODEL, 0),
            new DatasetName("ds01_diabetes"),
            LakeLayer.SILVER,
            EnvironmentTier.DEV,
            LocalDate.of(2026, 11, 20));

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(LaptopDatabase.freshUrl(), "postgres", "postgres");
    private final JdbcClient database = JdbcClient.create(source);

    @Test
    void survivesWithANameIsFoundAndIsKeptForGood() {
        migrate("1001");
        saveAsBefore(SILVER, 1);
        saveAsBefore(TO_SCORE, 2);
        saveAsBefore(SILVER, 3);

        migrate("1002");

        var versions = new DatasetVersions(database, new ObjectMapper());
        DatasetVersion latest = versions.latest(SILVER).orElseThrow();
        assertThat(latest.reference().version()).isEqualTo(3);
        assertThat(latest.tags()).containsEntry("model", "M11").containsEntry("run", "run-3");
        assertThat(versions.sampleOf(latest)).isEmpty();
        assertThat(versions.latest(TO_SCORE).orElseThrow().tags()).containsEntry("date_folder", "2026-11-20");
        assertThat(newestKeptForGood()).containsExactly(TO_SCORE.registryName() + " 2", SILVER.registryName() + " 3");
    }

    private Iterable<String> newestKeptForGood() {
        return database.sql("""
                        SELECT registry_name || ' ' || version FROM dataset_version
                        WHERE newest AND for_good AND terms @@ CAST(:words AS tsquery) ORDER BY version""")
                .param("words", "'blood':* & 'project001'")
                .query(String.class)
                .list();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private void saveAsBefore(TableId table, int version) {
        database.sql("""
                        INSERT INTO dataset_version (project, model, dataset, layer, environment, version, zone, day, path,
                            rows, bad_rows, fingerprint, columns, inputs, files, splits, run_id, saved_at)
                        VALUES ('project001', '11_diabetes_model_reg', :dataset, :layer, 'dev', :version, :zone, :day, :path,
                            1, 0, 'f', '[{"name":"blood_pressure","type":"DOUBLE","nulls":0,"distinct":1}]', '[]', '[]', '[]',
                            :run, now())""")
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("version", version)
                .param("zone", table.zone().path())
                .param("day", table.day())
                .param("path", table.fileOf(version).path())
                .param("run", "run-" + version)
                .update();
    }
}
