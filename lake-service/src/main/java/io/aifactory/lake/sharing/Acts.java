package io.aifactory.lake.sharing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what, and why. It is only added to. */
@Repository
class Acts {

    private final JdbcClient database;

    Acts(JdbcClient database) {
        this.database = database;
    }

    void add(Act act) {
        database.sql("""
                        INSERT INTO sharing_act (about, act, person, reason, done_at)
                        VALUES (:about, :act, :person, :reason, :at)""")
                .param("about", act.about())
                .param("act", act.act().name())
                .param("person", act.person())
                .param("reason", act.reason())
                .param("at", act.doneAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns what was done about the given things, oldest first. */
    List<Act> about(Collection<String> ids) {
        return database.sql("SELECT * FROM sharing_act WHERE about = ANY (:ids) ORDER BY id")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> new Act(
                        row.getString("about"),
                        Act.Kind.valueOf(row.getString("act")),
                        row.getString("person"),
                        row.getString("reason"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
