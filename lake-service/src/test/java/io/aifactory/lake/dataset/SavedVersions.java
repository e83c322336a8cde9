package io.aifactory.lake.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A catalogue in a real database, filled without files and events. */
public final class SavedVersions {

    private final ObjectMapper json = new ObjectMapper();
    private final JdbcClient database;
    private final DatasetVersions versions;
    private final NewVersions additions;

    public SavedVersions() {
        var source = new DriverManagerDataSource(LaptopDatabase.freshUrl(), "postgres", "postgres");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = JdbcClient.create(source);
        versions = new DatasetVersions(database, json);
        additions = new NewVersions(database, json);
    }

    public JdbcClient database() {
        return database;
    }

    public ObjectMapper json() {
        return json;
    }

    public DatasetVersions versions() {
        return versions;
    }

    /** Saves the next version of a table, with columns of the given names. */
    public DatasetReference save(TableId table, Instant at, List<DatasetReference> inputs, String... columns) {
        return save(table, at, inputs, Map.of(), columns);
    }

    /** Saves the next version of a table. */
    public DatasetReference save(
            TableId table, Instant at, List<DatasetReference> inputs, Map<String, String> tags, String... columns) {
        int number = additions.nextNumber(table);
        List<ColumnProfile> profiles =
                Arrays.stream(columns).map(SavedVersions::column).toList();
        var reference = new DatasetReference(
                table.dataset(), table.layer(), number, table.fileOf(number).file(), 10);
        var draft =
                new Draft(table, new TableProfile(10, profiles, "f", List.of()), "f", Path.of("unused"), null, tags);
        var version = new DatasetVersion(
                table,
                reference,
                profiles,
                "f",
                0,
                null,
                Lineage.ofInputs(inputs),
                "run",
                at,
                Tags.of(draft, "run"),
                null);
        additions.add(version, List.of(Arrays.asList("1", null)));
        return reference;
    }

    /** A column is named, or named and typed as in {@code age:BIGINT}. */
    private static ColumnProfile column(String text) {
        String[] parts = text.split(":", 2);
        return new ColumnProfile(parts[0], parts.length > 1 ? parts[1] : "DOUBLE", 0, 2, "1", "2", 1.5, 0.5);
    }
}
