package io.aifactory.contracts.events;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contract's files: the examples, which people write, and what is generated from records and examples. */
final class ContractFiles {

    static final Path ROOT = Path.of("src/main/resources/io/aifactory/contracts/events");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private ContractFiles() {}

    /** Returns every generated file's content by its path. */
    static Map<Path, String> generated() {
        var files = new TreeMap<Path, String>();
        for (String type : EventCatalog.types()) {
            files.put(ROOT.resolve("schema/" + type + ".json"), json(schema(type)));
        }
        files.put(ROOT.resolve("asyncapi.yaml"), yaml(AsyncApiDocument.generate()));
        return files;
    }

    static JsonNode schema(String type) {
        return SchemaGenerator.schemaOf(EventCatalog.classOf(type).orElseThrow());
    }

    /** Returns the examples of a type, in the order of their file names. */
    static List<JsonNode> examples(String type) {
        try (var files = Files.list(ROOT.resolve("examples/" + type))) {
            return files.sorted().map(ContractFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode asyncApi() {
        try {
            return YAML.readTree(text(ROOT.resolve("asyncapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(JsonNode tree) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return written(JSON.writer(printer), tree) + "\n";
    }

    private static String yaml(JsonNode tree) {
        return written(YAML.writer(), tree);
    }

    private static String written(ObjectWriter writer, JsonNode tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
