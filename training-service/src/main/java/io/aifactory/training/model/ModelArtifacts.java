package io.aifactory.training.model;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** The artifacts of model versions, in the lake of dev. */
@Component
public class ModelArtifacts {

    private final Lakes lakes;

    ModelArtifacts(Lakes lakes) {
        this.lakes = lakes;
    }

    /** Puts a version's artifact into the lake; doing it again, before the version is announced, replaces it. */
    public ModelArtifactReference publish(ProjectId project, ModelName model, int version, ModelArtifact artifact) {
        var file = file(project, model, version, ModelFile.ARTIFACT);
        lakes.of(file.file()).publish(file, LakeContent.of(artifact.bytes()));
        return new ModelArtifactReference(file.file(), artifact.sha256(), artifact.size());
    }

    /** Puts another file beside a version's artifact. */
    public void publishBeside(ProjectId project, ModelName model, int version, String name, LakeContent content) {
        var file = file(project, model, version, name);
        lakes.of(file.file()).publish(file, content);
    }

    /**
     * Reads an artifact.
     *
     * @throws ModelRefused when it is damaged or not the one that was put there
     */
    ModelArtifact read(ModelArtifactReference reference) {
        try (var in = lakes.of(reference.file()).open(LakePaths.parse(reference.file()))) {
            var artifact = ModelArtifact.read(in);
            if (!artifact.sha256().equals(reference.sha256())) {
                throw new ModelRefused(
                        "The artifact has hash %s instead of %s".formatted(artifact.sha256(), reference.sha256()));
            }
            return artifact;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile file(ProjectId project, ModelName model, int version, String name) {
        return new ModelFile(ModelZone.train(project, model), EnvironmentTier.DEV, version, name);
    }
}
