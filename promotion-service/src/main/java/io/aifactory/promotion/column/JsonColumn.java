package io.aifactory.promotion.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * Writes values of one type as the text of a {@code jsonb} column and reads them back.
 *
 * @param <T> the type
 */
public final class JsonColumn<T> {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    public JsonColumn(ObjectMapper json, TypeReference<T> type) {
        this.writer = json.writerFor(type);
        this.reader = json.readerFor(type);
    }

    /** Returns the value as text, to be cast to {@code jsonb}. */
    public String write(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }

    /** Returns the value that was written. */
    public T read(String column) {
        try {
            return reader.readValue(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be read as JSON: " + column, e);
        }
    }
}
