package io.aifactory.lake.engine.reading;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of a JSON text as rows: one a line, an array of them, or one after the other. It is read twice, first for the
 * columns that any of them has. A line that is no object is a broken row; a whole text that is no JSON can't be used.
 */
final class JsonRows {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1_000;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Limits.LONGEST_LINE)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxDocumentLength(-1)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final Path file;
    private final boolean refusesOtherEncodings;
    private final Decimals decimals;

    private JsonRows(Path file, @Nullable FileForm form) {
        this.file = file;
        this.refusesOtherEncodings = form == null || form.encoding() == null;
        this.decimals = Decimals.besideNumbers(form);
    }

    /** What takes the objects, and the lines that are none. */
    private interface Taker {
        void take(long number, Map<String, String> values) throws IOException;

        void takeBroken(long number, String problem, String line) throws IOException;
    }

    static Prepared.Rows read(Path file, boolean lines, @Nullable FileForm form, Path target) throws IOException {
        var reading = new JsonRows(file, form);
        List<String> names = reading.names(lines);
        try (var rows = new RowFile(target, ColumnNames.normaliseAll(names))) {
            reading.read(lines, new Taker() {
                @Override
                public void take(long number, Map<String, String> values) throws IOException {
                    var row = new ArrayList<@Nullable String>();
                    names.forEach(name -> row.add(values.get(name)));
                    rows.addWhole(number, row);
                }

                @Override
                public void takeBroken(long number, String problem, String line) throws IOException {
                    rows.addBroken(number, problem, line);
                }
            });
            return rows.finish(reading.decimals);
        }
    }

    private List<String> names(boolean lines) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        var problem = new ArrayList<String>();
        read(lines, new Taker() {
            @Override
            public void take(long number, Map<String, String> values) {
                names.addAll(values.keySet());
                Limits.requireFewColumns(names);
            }

            @Override
            public void takeBroken(long number, String reason, String line) {
                if (problem.isEmpty()) {
                    problem.add("line %d: %s".formatted(number, reason));
                }
            }
        });
        if (names.isEmpty()) {
            throw new UnreadableFile(
                    "it has no JSON object with values" + (problem.isEmpty() ? "" : "; " + problem.get(0)));
        }
        return List.copyOf(names);
    }

    private void read(boolean lines, Taker taker) throws IOException {
        if (lines) {
            readLines(taker);
        } else {
            readWhole(taker);
        }
    }

    private void readLines(Taker taker) throws IOException {
        try (var records = Records.ofLines(file, refusesOtherEncodings)) {
            boolean first = true;
            for (var record = records.next(); record != null; record = records.next()) {
                if (first && !record.text().isBlank()) {
                    requireLine(record.text().strip());
                    first = false;
                }
                if (record.problem() != null) {
                    taker.takeBroken(record.line(), record.problem(), record.text());
                } else if (!record.text().isBlank()) {
                    readLine(record, taker);
                }
            }
        }
    }

    private static void requireLine(String first) {
        if (first.startsWith("[") || first.equals("{")) {
            throw new UnreadableFile("it is a JSON document, not an object a line; call it .json");
        }
    }

    private void readLine(Records.Record record, Taker taker) throws IOException {
        Map<String, String> values;
        try (JsonParser parser = FACTORY.createParser(record.text())) {
            parser.nextToken();
            values = JsonObject.read(parser, decimals);
            if (parser.nextToken() != null) {
                throw new NoRow("something follows the object");
            }
        } catch (JacksonException e) {
            taker.takeBroken(record.line(), "it is no JSON object: " + JsonText.reason(e), record.text());
            return;
        } catch (NoRow e) {
            taker.takeBroken(record.line(), String.valueOf(e.getMessage()), record.text());
            return;
        }
        taker.take(record.line(), values);
    }

    private void readWhole(Taker taker) throws IOException {
        try (JsonParser parser = FACTORY.createParser(JsonText.open(file))) {
            readWhole(parser, taker);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnreadableFile(
                    "it is no JSON: %s%s"
                            .formatted(
                                    JsonText.reason(e),
                                    at == null
                                            ? ""
                                            : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr())),
                    e);
        }
    }

    private void readWhole(JsonParser parser, Taker taker) throws IOException {
        try {
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            JsonToken token = array ? parser.nextToken() : parser.currentToken();
            for (long number = 1; token != null && token != JsonToken.END_ARRAY; number++) {
                taker.take(number, element(parser, number));
                token = parser.nextToken();
            }
            if (array && parser.nextToken() != null) {
                throw new UnreadableFile("something follows its array");
            }
        } catch (CharacterCodingException e) {
            throw CsvSniffing.notUtf8("after line " + parser.currentLocation().getLineNr());
        }
    }

    private Map<String, String> element(JsonParser parser, long number) throws IOException {
        try {
            return JsonObject.read(parser, decimals);
        } catch (NoRow e) {
            throw new UnreadableFile("element %d: %s".formatted(number, e.getMessage()), e);
        }
    }
}
