package io.aifactory.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.LaptopDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is made of that which was kept before lost files and folders of queries were. */
class UpgradeTests {

    private static final String ZONE = "projects/project001/11_diabetes_model_reg/train";

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(LaptopDatabase.freshUrl(), "postgres", "postgres");
    private final JdbcClient database = JdbcClient.create(source);

    @BeforeEach
    void openAsBefore() {
        migrate("1006");
    }

    @Test
    void fileThatIsGoneCountedIfATableWasMadeOfIt() {
        lose("counted.csv");
        lose("rejected.csv");
        lose("moved.csv");
        saveBronze(1, "migrated-0123456789abcdef", "moved.csv");
        saveBronze(2, "run", "counted.csv");

        migrate("latest");

        assertThat(texts("SELECT path FROM arrival WHERE columns IS NOT NULL")).containsExactly("counted.csv");
    }

    @Test
    void foldersOfQueriesLieBesideWhatComesIn() {
        layOut(ZONE + "/ds01_diabetes/in/dev");
        layOut(ZONE + "/ds01_diabetes/out/silver/dev");
        layOut("projects/project001/11_diabetes_model_reg/inference/0/ds01_diabetes/in/dev");

        migrate("latest");

        assertThat(texts("SELECT path FROM laid_out_folder WHERE path LIKE '%sql%'"))
                .containsExactly(ZONE + "/ds01_diabetes/sql/dev");
    }

    private void lose(String path) {
        database.sql("""
                        INSERT INTO arrival (environment, path, zone, dataset, day, number, state, arrived_at)
                        VALUES ('dev', :path, :zone, 'ds01_diabetes', '2026-11-20', nextval('arrival_number'), 'GONE', now())""").param("path", path).param("zone", ZONE).update();
    }

    private void saveBronze(int version, String run, String madeOf) {
        database.sql("""
                        INSERT INTO dataset_version (project, model, dataset, layer, environment, version, zone, path, rows,
                            bad_rows, fingerprint, columns, inputs, files, splits, run_id, saved_at, registry_name, terms)
                        VALUES ('project001', '11_diabetes_model_reg', 'ds01_diabetes', 'bronze', 'dev', :version, :zone, :path,
                            1, 0, 'f', '[]', '[]', CAST(:files AS json), '[]', :run, now(), 'M11_ds01_diabetes_train_BRONZE', '')""")
                .param("version", version)
                .param("zone", ZONE)
                .param("path", "v" + version)
                .param("files", "[{\"environment\": \"dev\", \"path\": \"%s\"}]".formatted(madeOf))
                .param("run", run)
                .update();
    }

    private void layOut(String path) {
        database.sql("INSERT INTO laid_out_folder (project, environment, path) VALUES ('project001', 'dev', :path)")
                .param("path", path)
                .update();
    }

    private List<String> texts(String query) {
        return database.sql(query).query(String.class).list();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
