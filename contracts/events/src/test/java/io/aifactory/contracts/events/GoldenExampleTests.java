package io.aifactory.contracts.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden example is what {@link EventFormat} reads and writes. */
class GoldenExampleTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<JsonNode>> examples() {
        return EventCatalog.types().stream()
                .flatMap(type -> ContractFiles.examples(type).stream())
                .map(example -> Named.of(
                        example.path("type").asText() + " "
                                + example.path("subject").asText(),
                        example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsAndWritesBackEqual(JsonNode example) throws IOException {
        FactoryEvent event = read(example.path("type").asText(), example.path("data"));

        assertThat(JSON.readTree(EventFormat.write(event))).isEqualTo(example.path("data"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void envelopeIsTheEventsOwn(JsonNode example) {
        String type = example.path("type").asText();
        FactoryEvent event = read(type, example.path("data"));

        assertThat(example.path("specversion").asText()).isEqualTo("1.0");
        assertThat(example.path("id").asText())
                .isEqualTo(EventCatalog.idOf(event).toString());
        assertThat(example.path("source").asText()).isEqualTo("/" + AsyncApiDocument.senderOf(type));
        assertThat(example.path("subject").asText()).isEqualTo(event.subject());
        assertThat(example.path("dataschema").asText())
                .isEqualTo(EventCatalog.schemaOf(type).toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fieldFromTheFutureIsAccepted(JsonNode example) {
        String type = example.path("type").asText();
        ObjectNode data = example.path("data").deepCopy();

        data.putObject("addedLater").put("some", "value");

        assertThat(read(type, data)).isEqualTo(read(type, example.path("data")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyMissingRequiredFieldIsNamed(JsonNode example) {
        String type = example.path("type").asText();

        var refused = catchThrowableOfType(InvalidEvent.class, () -> read(type, JSON.createObjectNode()));

        ContractFiles.schema(type).path("required").forEach(field -> assertThat(refused.reasons())
                .anyMatch(reason -> reason.contains(field.asText())));
    }

    private static FactoryEvent read(String type, JsonNode data) {
        return EventFormat.read(type, data.toString().getBytes(UTF_8));
    }
}
