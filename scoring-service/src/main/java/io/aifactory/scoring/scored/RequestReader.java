package io.aifactory.scoring.scored;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.model.CategoryText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of an answered request: its values as numbers and texts, each with its score. */
final class RequestReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final ScoredShape shape;

    RequestReader(ScoredShape shape) {
        this.shape = shape;
    }

    List<ScoredRow> read(PendingRequest request) {
        var rows = new ArrayList<ScoredRow>();
        try (var parser = JSON.createParser(request.rows())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                rows.add(row(request, request.scores()[rows.size()], values(parser)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rows of %s were read before".formatted(request.scoringId()), e);
        }
        return rows;
    }

    private ScoredRow row(PendingRequest request, double[] score, Map<String, @Nullable Object> values) {
        return new ScoredRow(
                request.scoringId().value(),
                ScoringKind.ONLINE,
                request.caller().value(),
                request.endpoint().model(),
                request.version(),
                request.endpoint().environment(),
                request.scoredAt(),
                shape.predictionOf(score),
                shape.probabilityOf(score),
                values);
    }

    private Map<String, @Nullable Object> values(JsonParser parser) throws IOException {
        var given = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            given.put(name, value(parser));
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var column : shape.columns()) {
            var value = given.get(column.name());
            values.put(column.name(), column.numeric() ? number(value) : text(value));
        }
        return values;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> parser.getText();
            default -> null;
        };
    }

    private static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1.0 : 0.0;
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : Double.valueOf(text.strip());
        }
        return (Double) value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Double number ? CategoryText.of(number) : value == null ? null : value.toString();
    }
}
