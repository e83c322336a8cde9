package io.aifactory.contracts.messaging.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in a message, as it can be shown.
 *
 * @param format {@code json}, {@code text}, or {@code base64} for what is neither
 */
record Content(String format, JsonNode value) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Content of(byte[] content) {
        String text = text(content).orElse(null);
        if (text == null) {
            return new Content("base64", TextNode.valueOf(Base64.getEncoder().encodeToString(content)));
        }
        JsonNode json = json(text);
        return json == null ? new Content("text", TextNode.valueOf(text)) : new Content("json", json);
    }

    /** Returns the text as JSON, if it is. */
    static @Nullable JsonNode json(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.chars().allMatch(Content::isReadable) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(int character) {
        return character >= ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
