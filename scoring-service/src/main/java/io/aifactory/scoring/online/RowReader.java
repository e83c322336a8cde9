package io.aifactory.scoring.online;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.RowRefused;
import java.io.IOException;
import java.util.Arrays;

/** Reads one row after the other from JSON straight into the floats a model takes. */
final class RowReader {

    private final FeatureSchema schema;
    private final JsonParser parser;
    private final RowReasons reasons;
    private final boolean[] given;

    RowReader(FeatureSchema schema, JsonParser parser, RowReasons reasons) {
        this.schema = schema;
        this.parser = parser;
        this.reasons = reasons;
        this.given = new boolean[schema.features().size()];
    }

    /** Reads the object the parser stands at; what is wrong with it is added to the reasons. */
    float[] read(int row) throws IOException {
        var encoded = schema.emptyRow();
        Arrays.fill(given, false);
        boolean empty = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            empty = false;
            readField(row, encoded);
        }
        if (empty) {
            reasons.add(row, "has no columns");
        }
        return encoded;
    }

    private void readField(int row, float[] encoded) throws IOException {
        String name = parser.currentName();
        int feature = schema.indexOf(name);
        var token = parser.nextToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            reasons.add(row, name, "is neither a number, a text nor a truth value");
        } else if (feature < 0) {
            reasons.add(row, name, "is unknown to the model");
        } else if (given[feature]) {
            reasons.add(row, name, "is there twice");
        } else {
            given[feature] = true;
            encoded[feature] = encode(row, name, feature, token);
        }
    }

    private float encode(int row, String name, int feature, JsonToken token) throws IOException {
        try {
            return switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> schema.encode(feature, parser.getDoubleValue());
                case VALUE_STRING -> schema.encode(feature, parser.getText());
                case VALUE_TRUE -> schema.encode(feature, true);
                case VALUE_FALSE -> schema.encode(feature, false);
                default -> Float.NaN;
            };
        } catch (RowRefused e) {
            e.reasons().forEach(reason -> reasons.add(row, name, reason));
            return Float.NaN;
        }
    }
}
