package io.aifactory.scoring.batch.duckdb;

import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.RowRefused;
import io.aifactory.scoring.batch.BatchRefused;
import io.aifactory.scoring.deployment.LiveModel;
import io.aifactory.scoring.scored.ScoredShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Scores rows as they come and appends each score under its row's number. */
final class ScoreAppender {

    private static final int MOST_REASONS = 20;

    private final LiveModel model;
    private final FeatureSchema schema;
    private final List<InputColumns.Kind> kinds;
    private final DuckDBAppender appender;
    private final List<String> reasons = new ArrayList<>();

    ScoreAppender(LiveModel model, InputColumns columns, DuckDBAppender appender) {
        this.model = model;
        this.schema = model.schema();
        this.kinds = columns.kinds();
        this.appender = appender;
    }

    long appendAll(ResultSet rows) throws SQLException {
        long count = 0;
        while (rows.next() && reasons.size() < MOST_REASONS) {
            count++;
            appendScore(rows);
        }
        if (!reasons.isEmpty()) {
            throw new BatchRefused("the dataset can't be scored: " + String.join("; ", reasons));
        }
        return count;
    }

    private void appendScore(ResultSet rows) throws SQLException {
        long number = rows.getLong(1);
        try {
            append(number, model.scorer().score(encoded(rows)));
        } catch (RowRefused e) {
            reasons.add("row %d: %s".formatted(number, e.getMessage()));
        }
    }

    private float[] encoded(ResultSet rows) throws SQLException {
        var row = schema.emptyRow();
        for (int i = 0; i < row.length; i++) {
            row[i] = encoded(rows, i);
        }
        return row;
    }

    private float encoded(ResultSet rows, int feature) throws SQLException {
        int column = feature + 2;
        switch (kinds.get(feature)) {
            case NUMBER -> {
                double number = rows.getDouble(column);
                return rows.wasNull() || Double.isNaN(number) ? Float.NaN : schema.encode(feature, number);
            }
            case TRUTH -> {
                boolean truth = rows.getBoolean(column);
                return rows.wasNull() ? Float.NaN : schema.encode(feature, truth);
            }
            case TEXT -> {
                String text = rows.getString(column);
                return text == null ? Float.NaN : schema.encode(feature, text);
            }
        }
        throw new IllegalStateException("no further kind");
    }

    private void append(long number, double[] score) throws SQLException {
        ScoredShape shape = model.shape();
        appender.beginRow();
        appender.append(number);
        if (shape.classes().isEmpty()) {
            appender.append(score[0]);
        } else {
            appender.append(shape.predictionOf(score).toString());
            for (double probability : score) {
                appender.append(probability);
            }
        }
        appender.endRow();
    }
}
