package io.aifactory.training.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Values of one type as the text of a JSON column.
 *
 * @param <T> the type
 */
public final class JsonColumn<T> {

    private final ObjectMapper json;
    private final TypeReference<T> type;

    public JsonColumn(ObjectMapper json, TypeReference<T> type) {
        this.json = json;
        this.type = type;
    }

    /** The value as text. */
    public String text(T value) {
        try {
            return json.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Can't be kept as JSON: " + value, e);
        }
    }

    /** The value that a text was made of. */
    public T value(String text) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Can't be read: " + text, e);
        }
    }
}
