package io.aifactory.provisioning.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.Outbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of all projects. A change is announced with the transaction that makes it. */
@Repository
public class Members {

    private static final TypeReference<List<Member>> LIST = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final Clock clock;

    Members(JdbcClient database, ObjectMapper json, Outbox outbox, Clock clock) {
        this.database = database;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes the given people all the members of a project, within the caller's transaction. */
    public void change(ProjectId project, List<Member> members) {
        var at = clock.instant();
        int revision = database.sql("""
                        INSERT INTO member_list (project, revision, members, changed_at)
                        VALUES (:project, 1, CAST(:members AS json), :at)
                        ON CONFLICT (project) DO UPDATE
                        SET revision = member_list.revision + 1, members = excluded.members, changed_at = excluded.changed_at
                        RETURNING revision
                        """)
                .param("project", project.value())
                .param("members", write(members))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        outbox.publish(new MembersChanged(project, revision, members, at));
    }

    /** Returns the members of a project; empty if there is no such project. */
    public List<Member> of(ProjectId project) {
        return database.sql("SELECT members FROM member_list WHERE project = :project")
                .param("project", project.value())
                .query((row, number) -> read(row.getString("members")))
                .optional()
                .orElse(List.of());
    }

    private List<Member> read(String members) throws SQLException {
        try {
            return json.readValue(members, LIST);
        } catch (JsonProcessingException e) {
            throw new SQLException("unreadable members", e);
        }
    }

    private String write(List<Member> members) {
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write members", e);
        }
    }
}
