package io.aifactory.promotion.promotion;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.Outbox;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All promotions. Saving one also publishes what happened to it, in the same transaction. */
@Repository
public class Promotions {

    private static final String SAVE = """
            INSERT INTO promotion (promotion_id, project, model, version, from_environment, to_environment,
                state, requested_by, requested_at, champion, comparison, test_set, reasons, decided_by,
                comment, decided_at)
            VALUES (:id, :project, :model, :version, :from, :to, :state, :requestedBy, :requestedAt,
                :champion, CAST(:comparison AS jsonb), :testSet, CAST(:reasons AS jsonb), :decidedBy,
                :comment, :decidedAt)
            ON CONFLICT (promotion_id) DO UPDATE
            SET state = excluded.state, champion = excluded.champion, comparison = excluded.comparison,
                test_set = excluded.test_set, reasons = excluded.reasons, decided_by = excluded.decided_by,
                comment = excluded.comment, decided_at = excluded.decided_at
            """;

    private final JdbcClient database;
    private final Outbox outbox;
    private final PromotionRows rows;

    Promotions(JdbcClient database, Outbox outbox, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.rows = new PromotionRows(json);
    }

    /** Returns the promotion, if there is one. */
    public Optional<Promotion> find(PromotionId id) {
        return database.sql("SELECT * FROM promotion WHERE promotion_id = :id")
                .param("id", id.value())
                .query(rows::read)
                .optional();
    }

    /** Returns the promotion as nobody else can change it until the transaction ends. */
    public Optional<Promotion> findLocked(PromotionId id) {
        Optional<Promotion> found = find(id);
        if (found.isEmpty()) {
            return found;
        }
        lock(found.get().step());
        return find(id);
    }

    /** Makes everybody else who wants to change a promotion of the same model wait until the transaction ends. */
    void lock(PromotionStep step) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:model, 0))")
                .param("model", step.project() + "/" + step.model())
                .query(row -> {});
    }

    /** Returns the promotions of the same model to the same environment that are not decided or not carried out yet. */
    List<Promotion> open(PromotionStep step) {
        return database.sql("""
                        SELECT * FROM promotion
                        WHERE project = :project AND model = :model AND to_environment = :to
                          AND state IN ('AWAITING_APPROVAL', 'APPROVED')
                        """)
                .param("project", step.project().value())
                .param("model", step.model().value())
                .param("to", step.to().label())
                .query(rows::read)
                .list();
    }

    List<Promotion> of(ProjectId project, @Nullable ModelName model, @Nullable PromotionState state) {
        return database.sql("""
                        SELECT * FROM promotion
                        WHERE project = :project
                          AND (CAST(:model AS text) IS NULL OR model = :model)
                          AND (CAST(:state AS text) IS NULL OR state = :state)
                        ORDER BY requested_at, promotion_id
                        """)
                .param("project", project.value())
                .param("model", model == null ? null : model.value())
                .param("state", state == null ? null : state.name())
                .query(rows::read)
                .list();
    }

    void save(Promotion promotion) {
        PromotionStep step = promotion.step();
        Ruling ruling = promotion.ruling();
        database.sql(SAVE)
                .param("id", promotion.id().value())
                .param("project", step.project().value())
                .param("model", step.model().value())
                .param("version", step.version())
                .param("from", step.from().label())
                .param("to", step.to().label())
                .param("state", promotion.state().name())
                .param("requestedBy", promotion.requestedBy())
                .param("requestedAt", promotion.requestedAt().atOffset(UTC))
                .param("champion", promotion.verdict().champion())
                .param("comparison", rows.comparison(promotion))
                .param("testSet", promotion.verdict().testSet())
                .param("reasons", rows.reasons(promotion))
                .param("decidedBy", ruling == null ? null : ruling.by())
                .param("comment", ruling == null ? null : ruling.comment())
                .param("decidedAt", ruling == null ? null : ruling.at().atOffset(UTC))
                .update();
        promotion.takeEvents().forEach(outbox::publish);
    }
}
