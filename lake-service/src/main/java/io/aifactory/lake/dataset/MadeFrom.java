package io.aifactory.lake.dataset;

import io.aifactory.contracts.lake.ModelZone;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From what each table was last made. */
@Repository
class MadeFrom {

    private final JdbcClient database;

    MadeFrom(JdbcClient database) {
        this.database = database;
    }

    Optional<String> inputsOf(TableId table) {
        return database.sql("SELECT inputs FROM made_from WHERE table_id = :table")
                .param("table", table.toString())
                .query(String.class)
                .optional();
    }

    /** Returns the inputs of all tables of a zone, by table. */
    Baseline inputsIn(ModelZone zone) {
        return new Baseline(database
                .sql("SELECT table_id, inputs FROM made_from WHERE starts_with(table_id, :zone)")
                .param("zone", zone.path() + "/")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void remember(TableId table, String inputs) {
        database.sql("""
                        INSERT INTO made_from (table_id, inputs) VALUES (:table, :inputs)
                        ON CONFLICT (table_id) DO UPDATE SET inputs = excluded.inputs""")
                .param("table", table.toString())
                .param("inputs", inputs)
                .update();
    }
}
