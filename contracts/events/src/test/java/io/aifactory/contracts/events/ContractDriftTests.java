package io.aifactory.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ties record, schema, examples and AsyncAPI document: none of them can change alone. */
class ContractDriftTests {

    private static final Map<Path, String> GENERATED = ContractFiles.generated();

    @BeforeAll
    static void refreshWhenTold() {
        if (System.getProperty("refresh-contracts") != null) {
            GENERATED.forEach(ContractFiles::write);
        }
    }

    static Stream<Path> generatedFiles() {
        return GENERATED.keySet().stream();
    }

    static Stream<String> types() {
        return EventCatalog.types().stream();
    }

    @ParameterizedTest
    @MethodSource("generatedFiles")
    void generatedFileIsUpToDate(Path file) {
        assertThat(ContractFiles.text(file))
                .as(
                        "%s differs from what record, javadoc, examples or deploy/Config.json say. If the change is"
                                + " additive, refresh it: ./mvnw -pl contracts/events test -Drefresh-contracts",
                        file)
                .isEqualTo(GENERATED.get(file));
    }

    @Test
    void schemasAndExamplesAreThoseOfTheKnownTypesAndNoOthers() throws IOException {
        assertThat(names("schema"))
                .map(name -> name.replace(".json", ""))
                .containsExactlyElementsOf(EventCatalog.types());
        assertThat(names("examples")).containsExactlyElementsOf(EventCatalog.types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeHasAtLeastTwoExamples(String type) {
        assertThat(ContractFiles.examples(type)).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeIsAMessageOfTheTopic(String type) {
        String message = EventCatalog.classOf(type).orElseThrow().getSimpleName();

        var topic = ContractFiles.asyncApi().at("/channels/factory-events/messages");

        assertThat(topic.path(message).path("$ref").asText()).isEqualTo("#/components/messages/" + message);
        assertThat(ContractFiles.asyncApi()
                        .at("/components/messages/" + message + "/name")
                        .asText())
                .isEqualTo(type);
    }

    @Test
    void everythingReceivedIsKnown() {
        assertThat(Subscriptions.typesByReceiver().values())
                .allSatisfy(types -> assertThat(EventCatalog.types()).containsAll(types));
    }

    private static List<String> names(String folder) throws IOException {
        try (var files = Files.list(ContractFiles.ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
