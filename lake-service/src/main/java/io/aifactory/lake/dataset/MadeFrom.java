package io.aifactory.lake.dataset;

import java.util.Optional;
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

    void remember(TableId table, String inputs) {
        database.sql("""
                        INSERT INTO made_from (table_id, inputs) VALUES (:table, :inputs)
                        ON CONFLICT (table_id) DO UPDATE SET inputs = excluded.inputs""")
                .param("table", table.toString())
                .param("inputs", inputs)
                .update();
    }
}
