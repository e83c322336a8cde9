package io.aifactory.promotion.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.folder.FolderLakes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link ArtifactTransfer}, on real folders. */
class ArtifactTransferTests {

    private static final ProjectId PROJECT = new ProjectId("project001");
    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    private static final String DEV_PATH = "projects/project001/11_diabetes_model_reg/train/model/dev/v1/model.zip";

    private Lakes lakes;
    private ArtifactTransfer transfer;

    @BeforeEach
    void lakes(@TempDir Path root) {
        lakes = new FolderLakes(root);
        transfer = new ArtifactTransfer(lakes);
    }

    @Test
    void bringsTheSameBytesToTheOtherLake() throws IOException {
        ModelArtifactReference source = artifact("trees");
        put(source.file(), "trees");

        ModelArtifactReference destination = destination(source);
        transfer.bring(source, destination);

        assertThat(destination.file().path())
                .isEqualTo("projects/project001/11_diabetes_model_reg/train/model/test/v1/model.zip");
        assertThat(content(destination.file())).isEqualTo("trees");
    }

    @Test
    void refusesSourceThatHasChangedAndLeavesNothingBehind() throws IOException {
        ModelArtifactReference source = artifact("trees");
        put(source.file(), "weeds");

        ModelArtifactReference destination = destination(source);

        assertThatThrownBy(() -> transfer.bring(source, destination))
                .isInstanceOf(BrokenArtifact.class)
                .hasMessageContaining(source.sha256());
        assertThat(exists(destination.file())).isFalse();
    }

    @Test
    void refusesSourceThatIsNotThere() throws IOException {
        ModelArtifactReference source = artifact("trees");

        assertThatThrownBy(() -> transfer.bring(source, destination(source)))
                .isInstanceOf(BrokenArtifact.class)
                .hasMessageContaining("there is no artifact");
    }

    @Test
    void refusesPathOutsideTheGrammar() {
        var escaping = new ModelArtifactReference(
                new LakeFile(EnvironmentTier.DEV, "projects/../../etc/passwd"), "0".repeat(64), 1);

        assertThatThrownBy(() -> transfer.bring(escaping, escaping)).isInstanceOf(BrokenArtifact.class);
    }

    @Test
    void replacesWhatAnEarlierAttemptLeftBroken() throws IOException {
        ModelArtifactReference source = artifact("trees");
        put(source.file(), "trees");
        put(destination(source).file(), "tre");

        transfer.bring(source, destination(source));

        assertThat(content(destination(source).file())).isEqualTo("trees");
    }

    @Test
    void artifactStaysWhereItLiesForItsOwnEnvironment() throws IOException {
        ModelArtifactReference source = artifact("trees");

        assertThat(transfer.destination(source, PROJECT, MODEL, 1, EnvironmentTier.DEV))
                .isEqualTo(source);
    }

    @Test
    void discardsCopy() throws IOException {
        ModelArtifactReference source = artifact("trees");
        put(source.file(), "trees");
        transfer.bring(source, destination(source));

        transfer.discard(destination(source));

        assertThat(exists(destination(source).file())).isFalse();
        assertThat(exists(source.file())).isTrue();
    }

    private ModelArtifactReference destination(ModelArtifactReference source) {
        return transfer.destination(source, PROJECT, MODEL, 1, EnvironmentTier.TEST);
    }

    private static ModelArtifactReference artifact(String content) throws IOException {
        String hash = Sha256.of(new ByteArrayInputStream(content.getBytes(UTF_8)));
        return new ModelArtifactReference(new LakeFile(EnvironmentTier.DEV, DEV_PATH), hash, content.length());
    }

    private void put(LakeFile file, String content) {
        lakes.of(file).publish(LakePaths.parse(file), LakeContent.of(content.getBytes(UTF_8)));
    }

    private boolean exists(LakeFile file) {
        return lakes.of(file).find(LakePaths.parse(file)).isPresent();
    }

    private String content(LakeFile file) throws IOException {
        try (var in = lakes.of(file).open(LakePaths.parse(file))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
