package io.aifactory.provisioning.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/** Reads forms strictly: no key twice, nothing behind the end. */
final class FormJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FormJson() {}

    static JsonNode parseObject(byte[] json) {
        try {
            JsonNode content = JSON.readTree(json);
            if (!content.isObject()) {
                throw new UnreadableForm("the body is no JSON object");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new UnreadableForm("the body is no JSON: %s (line %d, column %d)"
                    .formatted(
                            firstLineOf(e.getOriginalMessage()),
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UnreadableForm("the body cannot be read");
        }
    }

    static JsonNode of(Map<String, ?> values) {
        return JSON.valueToTree(values);
    }

    static JsonNode empty() {
        return JSON.createObjectNode();
    }

    private static String firstLineOf(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }
}
