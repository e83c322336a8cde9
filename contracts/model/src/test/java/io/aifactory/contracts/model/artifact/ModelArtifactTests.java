package io.aifactory.contracts.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.boosters.TrainedModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelArtifactTests {

    private static final TrainedModel MODEL = TrainedModel.xgboost(3, 0.1);

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() throws Exception {
        var artifact = ourModel();
        var file = folder.resolve("model.zip");

        artifact.write(file);
        var read = ModelArtifact.read(file);

        assertThat(read).isEqualTo(artifact);
        assertThat(read.sha256()).isEqualTo(artifact.sha256()).hasSize(64);
        assertThat(read.schema()).isEqualTo(MODEL.schema());
        assertThat(read.algorithms()).containsExactly("XGBoost");
        assertThat(read.facts()).containsEntry("rows", "300");
        assertThat(read.size()).isEqualTo(Files.size(file));
        try (var before = artifact.openScorer();
                var after = read.openScorer()) {
            assertThat(after.scoreAll(MODEL.rows())).isDeepEqualTo(before.scoreAll(MODEL.rows()));
        }
    }

    @Test
    void makesTheSameBytesForTheSameModel() {
        assertThat(ourModel().sha256()).isEqualTo(ourModel().sha256());
    }

    @Test
    void keepsForeignModel() throws Exception {
        var onnx = ourModel().onnx();
        var artifact = ModelArtifact.ofOnnx(MODEL.schema(), onnx, List.of("onnx"), Map.of());

        var read = ModelArtifact.read(new ByteArrayInputStream(artifact.bytes()));

        assertThat(read.trees()).isEmpty();
        assertThat(read.onnx()).isEqualTo(onnx);
    }

    @Test
    void refusesTreesForAnotherSchema() {
        var schema = FeatureSchema.classification(List.of(Feature.numeric("f0")), "y", List.of("a", "b", "c"));

        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> ModelArtifact.ofTrees(schema, MODEL.ensemble(), List.of(), Map.of()))
                .withMessage("The trees take 6 features and give 3 numbers, the schema says 1 and 3");
    }

    @Test
    void refusesFileThatIsNoZip() {
        assertRefused("no zip".getBytes(StandardCharsets.UTF_8), "The model file has no part 'manifest.json'");
    }

    @Test
    void refusesDamagedFile() {
        var bytes = ourModel().bytes();
        bytes[bytes.length / 2] ^= 1;

        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> ModelArtifact.read(new ByteArrayInputStream(bytes)))
                .withMessageStartingWith("The model file is damaged");
    }

    @Test
    void refusesCutFile() {
        var bytes = ourModel().bytes();
        var cut = Arrays.copyOf(bytes, bytes.length / 2);

        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> ModelArtifact.read(new ByteArrayInputStream(cut)))
                .withMessageStartingWith("The model file is damaged");
    }

    @Test
    void refusesEscapingName() throws Exception {
        var parts = parts();
        parts.put("../../etc/cron.d/evil", new byte[1]);

        assertRefused(zip(parts), "The model file has a part '../../etc/cron.d/evil' that doesn't belong there");
    }

    @Test
    void refusesMissingPart() throws Exception {
        var parts = parts();
        parts.remove("model.onnx");

        assertRefused(zip(parts), "The model file's parts are not the ones its manifest names");
    }

    @Test
    void refusesExchangedPart() throws Exception {
        var parts = parts();
        parts.put("model.onnx", "another".getBytes(StandardCharsets.UTF_8));

        assertRefused(zip(parts), "The model file's parts are not the ones its manifest names");
    }

    @Test
    void refusesBomb() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("model.onnx"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i <= 512; i++) {
                zip.write(zeros);
            }
        }

        assertThat(bomb.size()).isLessThan(1024 * 1024);
        assertRefused(bomb.toByteArray(), "The model file is larger than 536870912 bytes");
    }

    @Test
    void refusesAnotherFormat() throws Exception {
        var parts = parts();
        var manifest = new String(parts.get("manifest.json"), StandardCharsets.UTF_8);
        parts.put(
                "manifest.json",
                manifest.replace("aif.model.v1", "aif.model.v9").getBytes(StandardCharsets.UTF_8));

        assertRefused(zip(parts), "The model file has format 'aif.model.v9', this reads aif.model.v1");
    }

    private static ModelArtifact ourModel() {
        return ModelArtifact.ofTrees(MODEL.schema(), MODEL.ensemble(), List.of("XGBoost"), Map.of("rows", "300"));
    }

    private static TreeMap<String, byte[]> parts() {
        return new TreeMap<>(ArtifactZip.unpack(ourModel().bytes()));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> ModelArtifact.read(new ByteArrayInputStream(bytes)))
                .withMessage(reason);
    }
}
