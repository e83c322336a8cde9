package io.aifactory.scoring.online;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.aifactory.contracts.model.FeatureSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a request's body: {@code {"data": [{column: value, …}, …]}}. */
final class BodyReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String DATA = "data";

    private final int maxRows;

    BodyReader(int maxRows) {
        this.maxRows = maxRows;
    }

    /**
     * Returns the rows.
     *
     * @throws UnreadableBody if the body has another form
     * @throws InvalidRows if there are rows the model can't score
     * @throws RequestTooLarge if there are too many rows
     */
    RequestRows read(byte[] body, FeatureSchema schema) {
        try (var parser = JSON.createParser(body)) {
            return read(parser, body, schema);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new UnreadableBody(
                    at == null
                            ? "the body is no JSON"
                            : "the body is no JSON: line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes can always be read", e);
        }
    }

    private RequestRows read(JsonParser parser, byte[] body, FeatureSchema schema) throws IOException {
        requireThat(parser.nextToken() == JsonToken.START_OBJECT, "the body is no object");
        RequestRows rows = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            requireThat(name.equals(DATA) && rows == null, "the body has more than 'data': '%s'".formatted(name));
            requireThat(parser.nextToken() == JsonToken.START_ARRAY, "'data' is no list of rows");
            rows = readRows(parser, body, schema);
        }
        requireThat(parser.nextToken() == null, "something follows the body's object");
        return present(rows);
    }

    private RequestRows readRows(JsonParser parser, byte[] body, FeatureSchema schema) throws IOException {
        int start = offset(parser);
        var reasons = new RowReasons();
        var reader = new RowReader(schema, parser, reasons);
        var rows = new ArrayList<float[]>();
        while (nextToken(parser) != JsonToken.END_ARRAY) {
            if (rows.size() == maxRows) {
                throw new RequestTooLarge("a request has at most %d rows".formatted(maxRows));
            }
            requireThat(parser.currentToken() == JsonToken.START_OBJECT, "row %d is no object".formatted(rows.size()));
            rows.add(reader.read(rows.size()));
        }
        reasons.throwIfAny();
        requireThat(!rows.isEmpty(), "'data' has no rows");
        return new RequestRows(rows.toArray(float[][]::new), Arrays.copyOfRange(body, start, offset(parser) + 1));
    }

    private static JsonToken nextToken(JsonParser parser) throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            throw new JsonParseException(parser, "the body ends early");
        }
        return token;
    }

    private static int offset(JsonParser parser) {
        long offset = parser.currentTokenLocation().getByteOffset();
        requireThat(offset >= 0, "the body is not in UTF-8");
        return (int) offset;
    }

    private static RequestRows present(@Nullable RequestRows rows) {
        if (rows == null) {
            throw new UnreadableBody("the body has no 'data'");
        }
        return rows;
    }

    private static void requireThat(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnreadableBody(otherwise);
        }
    }
}
