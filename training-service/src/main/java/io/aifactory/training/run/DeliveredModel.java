package io.aifactory.training.run;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.training.automl.GoldSchema;
import io.aifactory.training.gold.GoldVersion;
import io.aifactory.training.settings.ConfiguredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Takes an ONNX model that a pipeline trained: its features are those of the newest gold data, in gold's order or its own. */
@Component
class DeliveredModel {

    private final Lakes lakes;
    private final Tables tables;
    private final DataSize largest;

    DeliveredModel(Lakes lakes, Tables tables, TrainingProperties properties) {
        this.lakes = lakes;
        this.tables = tables;
        this.largest = properties.largestDelivery();
    }

    MadeModel make(RunInput.Delivery delivery, ConfiguredModel configured, GoldVersion gold) {
        requireBearable(delivery.file());
        var artifact = ModelArtifact.ofOnnx(
                schema(delivery.features(), configured, gold),
                onnx(delivery.file()),
                List.of("ONNX of build " + delivery.buildId()),
                facts(delivery));
        return new MadeModel(
                artifact, "ONNX of build " + delivery.buildId(), gold, List.of(), List.of(), facts(delivery), Map.of());
    }

    private FeatureSchema schema(List<String> order, ConfiguredModel configured, GoldVersion gold) {
        var settings = configured.settings();
        var schema = GoldSchema.of(
                        tables.read(gold.train()),
                        tables.read(gold.validate()),
                        settings.mlType(),
                        settings.label(),
                        Set.of(settings.key()))
                .schema();
        return order.isEmpty() ? schema : ordered(schema, order);
    }

    private static FeatureSchema ordered(FeatureSchema schema, List<String> order) {
        var unknown = order.stream().filter(name -> schema.indexOf(name) < 0).toList();
        if (!unknown.isEmpty()) {
            throw new RunRefused("The delivered model takes features %s, which gold doesn't have".formatted(unknown));
        }
        List<Feature> features = order.stream()
                .map(name -> schema.features().get(schema.indexOf(name)))
                .toList();
        try {
            return schema.mlType() == MlType.REGRESSION
                    ? FeatureSchema.regression(features, schema.label())
                    : FeatureSchema.classification(features, schema.label(), schema.classes());
        } catch (IllegalArgumentException e) {
            throw new RunRefused("The delivered model's features can't be used: " + e.getMessage());
        }
    }

    /** Looked at before anything is read: the service's heap is small. */
    private void requireBearable(LakeFile file) {
        var bytes = lakes.of(file).find(LakePaths.parse(file)).map(StoredFile::bytes);
        if (bytes.isPresent() && bytes.get() > largest.toBytes()) {
            throw new RunRefused("The delivered model '%s' has %d bytes; at most %d MiB are taken"
                    .formatted(file.path(), bytes.get(), largest.toMegabytes()));
        }
    }

    private byte[] onnx(LakeFile file) {
        try (var in = lakes.of(file).open(LakePaths.parse(file))) {
            return in.readNBytes(Math.toIntExact(largest.toBytes()));
        } catch (LakeFileNotFound e) {
            throw new RunRefused("The delivered model is missing: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> facts(RunInput.Delivery delivery) {
        var facts = new TreeMap<String, String>();
        facts.put("build", delivery.buildId());
        facts.put("delivered_file", delivery.file().path());
        if (!delivery.commit().isEmpty()) {
            facts.put("commit", delivery.commit());
        }
        return facts;
    }
}
