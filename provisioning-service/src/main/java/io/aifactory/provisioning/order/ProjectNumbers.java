package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.ProjectId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Project numbers, given out one after the other. The transaction that takes one and does not commit leaves no gap. */
@Repository
class ProjectNumbers {

    private final JdbcClient database;

    ProjectNumbers(JdbcClient database) {
        this.database = database;
    }

    /** Returns the next project; empty if all 999 numbers are taken. */
    Optional<ProjectId> next() {
        return database.sql("UPDATE project_number SET last = last + 1 WHERE last < 999 RETURNING last")
                .query(Integer.class)
                .optional()
                .map(ProjectId::of);
    }
}
