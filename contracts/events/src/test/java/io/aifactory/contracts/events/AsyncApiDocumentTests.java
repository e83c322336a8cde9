package io.aifactory.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document is one, and everything it refers to is there. */
class AsyncApiDocumentTests {

    private final JsonNode document = ContractFiles.asyncApi();

    @Test
    void isValidAsyncApi3() throws IOException {
        try (var packed = getClass().getResourceAsStream("/asyncapi/asyncapi-3.0.0.json.gz");
                var schema = new GZIPInputStream(packed)) {
            var asyncApi =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);

            assertThat(asyncApi.validate(document)).isEmpty();
        }
    }

    @Test
    void refersOnlyToWhatIsThere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(this::isThere);
    }

    @Test
    void everyTypeHasExactlyOneSender() {
        var sent = document.path("operations").properties().stream()
                .filter(operation ->
                        operation.getValue().path("action").asText().equals("send"))
                .flatMap(operation -> operation.getValue().path("messages").findValuesAsText("$ref").stream())
                .filter(message -> message.startsWith("#/channels/factory-events/"))
                .toList();

        assertThat(sent).doesNotHaveDuplicates().hasSameSizeAs(EventCatalog.types());
    }

    private void isThere(String reference) {
        if (reference.startsWith("#")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        } else {
            assertThat(Files.exists(ContractFiles.ROOT.resolve(reference)))
                    .as(reference)
                    .isTrue();
        }
    }
}
