package io.aifactory.scoring.online;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.aifactory.contracts.access.Problem;
import io.aifactory.scoring.scored.ScoredRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes what is answered, as JSON. */
final class Answers {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 512;

    private Answers() {}

    static byte[] of(ScoredRequest scored) {
        return write(json -> {
            json.writeStringField("scoringId", scored.scoringId().value());
            json.writeStringField("model", scored.endpoint().model().value());
            json.writeNumberField("version", scored.version());
            writeResult(json, scored);
            if (!scored.shape().classes().isEmpty()) {
                writeProbability(json, scored);
            }
        });
    }

    /** Says that the fault is ours; the id finds it in the log. */
    static byte[] ofFault(String id) {
        return write(json -> {
            json.writeStringField("type", "urn:aifactory:problem:unexpected-error");
            json.writeStringField("title", "Unexpected error");
            json.writeNumberField("status", HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            json.writeStringField("detail", "something went wrong on our side; the log tells more under id " + id);
            json.writeStringField("errorId", id);
        });
    }

    static byte[] of(Problem problem) {
        return write(json -> {
            json.writeStringField("type", problem.type().toString());
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.kind().status());
            json.writeStringField("detail", problem.getMessage());
            if (!problem.reasons().isEmpty()) {
                json.writeArrayFieldStart("reasons");
                for (String reason : problem.reasons()) {
                    json.writeString(reason);
                }
                json.writeEndArray();
            }
        });
    }

    private static void writeResult(JsonGenerator json, ScoredRequest scored) throws IOException {
        boolean classes = !scored.shape().classes().isEmpty();
        json.writeArrayFieldStart("result");
        for (double[] score : scored.scores()) {
            if (classes) {
                json.writeString(scored.shape().predictionOf(score).toString());
            } else {
                json.writeNumber(score[0]);
            }
        }
        json.writeEndArray();
    }

    private static void writeProbability(JsonGenerator json, ScoredRequest scored) throws IOException {
        json.writeArrayFieldStart("probability");
        for (double[] score : scored.scores()) {
            json.writeArray(score, 0, score.length);
        }
        json.writeEndArray();
    }

    private static byte[] write(Fields fields) {
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
