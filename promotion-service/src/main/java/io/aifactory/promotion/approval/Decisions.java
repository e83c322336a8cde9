package io.aifactory.promotion.approval;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.MetricComparison;
import io.aifactory.promotion.column.JsonColumn;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All decisions of people, one per promotion at most. */
@Repository
class Decisions {

    private final JdbcClient database;
    private final JsonColumn<List<MetricComparison>> comparisons;

    Decisions(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.comparisons = new JsonColumn<>(json, new TypeReference<>() {});
    }

    void add(Decision decision) {
        database.sql("""
                        INSERT INTO decision (promotion_id, outcome, decided_by, reason, champion, comparison, decided_at)
                        VALUES (:promotion, :outcome, :by, :reason, :champion, CAST(:comparison AS jsonb), :at)
                        """)
                .param("promotion", decision.promotion().value())
                .param("outcome", decision.outcome().name())
                .param("by", decision.by())
                .param("reason", decision.reason())
                .param("champion", decision.verdict().champion())
                .param("comparison", comparisons.write(decision.verdict().comparison()))
                .param("at", decision.at().atOffset(UTC))
                .update();
    }
}
