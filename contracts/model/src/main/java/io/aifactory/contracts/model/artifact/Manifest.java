package io.aifactory.contracts.model.artifact;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureKind;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an artifact says about itself. */
record Manifest(
        FeatureSchema schema,
        List<String> algorithms,
        SortedMap<String, String> facts,
        SortedMap<String, String> parts) {

    private static final String FORMAT = "aif.model.v1";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    static Manifest of(
            FeatureSchema schema, List<String> algorithms, Map<String, String> facts, Map<String, byte[]> contents) {
        return new Manifest(schema, List.copyOf(algorithms), new TreeMap<>(facts), hashes(contents));
    }

    static Manifest read(byte[] json) {
        try {
            var document = JSON.readValue(json, Document.class);
            if (!FORMAT.equals(document.format())) {
                throw new ModelRefused(
                        "The model file has format '%s', this reads %s".formatted(document.format(), FORMAT));
            }
            return new Manifest(document.schema(), document.algorithms(), document.facts(), document.parts());
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelRefused("The model file's manifest can't be read: " + e.getMessage(), e);
        }
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(Document.of(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest is always JSON", e);
        }
    }

    /** Refuses contents that are not the ones this manifest was written for. */
    void requireParts(Map<String, byte[]> contents) {
        var others = new TreeMap<>(contents);
        others.remove(ArtifactZip.MANIFEST);
        if (!parts.equals(hashes(others))) {
            throw new ModelRefused("The model file's parts are not the ones its manifest names");
        }
    }

    private static SortedMap<String, String> hashes(Map<String, byte[]> contents) {
        var hashes = new TreeMap<String, String>();
        contents.forEach((name, content) -> hashes.put(name, Sha256.of(content)));
        return hashes;
    }

    /** The manifest's JSON. */
    @JsonPropertyOrder({"format", "mlType", "label", "features", "classes", "algorithms", "facts", "parts"})
    private record Document(
            String format,
            String mlType,
            String label,
            List<Column> features,
            List<String> classes,
            List<String> algorithms,
            TreeMap<String, String> facts,
            TreeMap<String, String> parts) {

        static Document of(Manifest manifest) {
            var schema = manifest.schema();
            return new Document(
                    FORMAT,
                    schema.mlType().label(),
                    schema.label(),
                    schema.features().stream().map(Column::of).toList(),
                    schema.classes(),
                    manifest.algorithms(),
                    new TreeMap<>(manifest.facts()),
                    new TreeMap<>(manifest.parts()));
        }

        FeatureSchema schema() {
            var columns = features.stream().map(Column::feature).toList();
            return MlType.of(mlType) == MlType.REGRESSION
                    ? FeatureSchema.regression(columns, label)
                    : FeatureSchema.classification(columns, label, classes);
        }
    }

    /** A feature in the manifest's JSON. */
    private record Column(String name, String kind, List<String> categories) {

        static Column of(Feature feature) {
            return new Column(feature.name(), feature.kind().name().toLowerCase(Locale.ROOT), feature.categories());
        }

        Feature feature() {
            return new Feature(name, FeatureKind.valueOf(kind.toUpperCase(Locale.ROOT)), categories);
        }
    }
}
