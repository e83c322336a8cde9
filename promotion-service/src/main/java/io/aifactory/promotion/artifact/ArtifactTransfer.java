package io.aifactory.promotion.artifact;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelFile;
import io.aifactory.contracts.lake.ModelZone;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Takes artifacts from lake to lake. What arrives has the hash of what was promoted, or nothing arrives. */
@Component
public class ArtifactTransfer {

    private final Lakes lakes;

    ArtifactTransfer(Lakes lakes) {
        this.lakes = lakes;
    }

    /**
     * Brings the artifact into the lake of the destination, unless it lies there. May be run again at any time: a copy
     * that is there and whole is left as it is.
     *
     * @throws BrokenArtifact if the source is missing or changed, or the copy does not come out the same; no copy is left
     * @throws LakeUnavailable if a lake can't be reached; it may work when tried again
     */
    public void bring(ModelArtifactReference source, ModelArtifactReference destination) {
        requireWhole(source);
        if (!source.equals(destination) && !isThere(destination)) {
            copy(source, destination);
        }
    }

    /**
     * Returns what the artifact is to be in the given environment's lake: the same, if that is where it lies.
     *
     * @throws BrokenArtifact if its path is none of the lake's
     */
    public ModelArtifactReference destination(
            ModelArtifactReference artifact, ProjectId project, ModelName model, int version, EnvironmentTier to) {
        if (artifact.file().environment() == to) {
            return artifact;
        }
        String name = artifact.file().path().replaceFirst(".*/", "");
        try {
            var file = new ModelFile(new ModelZone.Train(project, model), to, version, name);
            return new ModelArtifactReference(new LakeFile(to, file.path()), artifact.sha256(), artifact.bytes());
        } catch (InvalidName e) {
            throw new BrokenArtifact(String.valueOf(e.getMessage()), e);
        }
    }

    /** Removes a copy that was brought but is not to stay. */
    public void discard(ModelArtifactReference copy) {
        lakes.of(copy.file()).delete(parsed(copy.file()));
    }

    private void copy(ModelArtifactReference source, ModelArtifactReference destination) {
        try (InputStream in = lakes.of(source.file()).open(parsed(source.file()))) {
            lakes.of(destination.file()).publish(parsed(destination.file()), LakeContent.of(in));
        } catch (IOException e) {
            throw new LakeUnavailable(
                    "the copy of %s failed".formatted(source.file().path()), e);
        }
        try {
            requireWhole(destination);
        } catch (BrokenArtifact e) {
            discard(destination);
            throw e;
        }
    }

    private void requireWhole(ModelArtifactReference artifact) {
        String found = sha256(artifact.file());
        if (!found.equals(artifact.sha256())) {
            throw new BrokenArtifact("the artifact %s in the lake of %s has the SHA-256 %s, not %s"
                    .formatted(artifact.file().path(), artifact.file().environment(), found, artifact.sha256()));
        }
    }

    private boolean isThere(ModelArtifactReference artifact) {
        return lakes.of(artifact.file()).find(parsed(artifact.file())).isPresent()
                && sha256(artifact.file()).equals(artifact.sha256());
    }

    private String sha256(LakeFile file) {
        try (InputStream in = lakes.of(file).open(parsed(file))) {
            return Sha256.of(in);
        } catch (LakeFileNotFound e) {
            throw new BrokenArtifact(
                    "there is no artifact %s in the lake of %s".formatted(file.path(), file.environment()), e);
        } catch (IOException e) {
            throw new LakeUnavailable("%s cannot be read".formatted(file.path()), e);
        }
    }

    private static LakePath parsed(LakeFile file) {
        try {
            return LakePaths.parse(file);
        } catch (InvalidLakePath e) {
            throw new BrokenArtifact(String.valueOf(e.getMessage()), e);
        }
    }
}
