package io.aifactory.promotion.promotion;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricComparison;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.promotion.column.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a promotion from its table, and says how its lists stand there. */
final class PromotionRows {

    private final JsonColumn<List<MetricComparison>> comparisons;
    private final JsonColumn<List<String>> reasons;

    PromotionRows(ObjectMapper json) {
        this.comparisons = new JsonColumn<>(json, new TypeReference<>() {});
        this.reasons = new JsonColumn<>(json, new TypeReference<>() {});
    }

    String comparison(Promotion promotion) {
        return comparisons.write(promotion.verdict().comparison());
    }

    String reasons(Promotion promotion) {
        return reasons.write(promotion.reasons());
    }

    Promotion read(ResultSet row, int number) throws SQLException {
        var step = new PromotionStep(
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                row.getInt("version"),
                EnvironmentTier.of(row.getString("to_environment")));
        return new Promotion(
                new PromotionId(row.getString("promotion_id")),
                step,
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                PromotionState.valueOf(row.getString("state")),
                verdict(row),
                reasons.read(row.getString("reasons")),
                ruling(row));
    }

    private Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getObject("champion", Integer.class),
                row.getString("test_set"),
                comparisons.read(row.getString("comparison")));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        if (by == null) {
            return null;
        }
        return new Ruling(
                by,
                row.getString("comment"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
