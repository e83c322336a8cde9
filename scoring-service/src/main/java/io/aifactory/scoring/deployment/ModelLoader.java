package io.aifactory.scoring.deployment;

import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.scoring.scored.ScoredShape;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Loads a deployment's artifact from the lake of its environment, checks that it is the promoted one, and warms it. */
@Component
class ModelLoader {

    private final Lakes lakes;

    ModelLoader(Lakes lakes) {
        this.lakes = lakes;
    }

    /**
     * Returns the model, warm.
     *
     * @throws ModelRefused if the artifact is missing, is another one than was promoted or can't be used
     * @throws LakeUnavailable if the lake can't be read just now
     */
    LiveModel load(Deployment deployment) {
        try {
            return loadWarm(deployment);
        } catch (ModelRefused | LakeUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever a reader or a runtime makes of a file that somebody else wrote, it won't be better next time
            throw new ModelRefused("the artifact can't be used: " + e, e);
        }
    }

    private LiveModel loadWarm(Deployment deployment) {
        var artifact = read(deployment);
        var shape = ScoredShape.of(artifact.schema());
        var scorer = artifact.openScorer();
        try {
            WarmUp.run(scorer);
        } catch (RuntimeException e) {
            scorer.close();
            throw new ModelRefused("it scores no row: " + e.getMessage(), e);
        }
        return new LiveModel(deployment.version(), deployment.promotedAt(), artifact.schema(), shape, scorer);
    }

    private ModelArtifact read(Deployment deployment) {
        var promoted = deployment.artifact();
        try (var content = lakes.of(promoted.file()).open(pathOf(deployment))) {
            var artifact = ModelArtifact.read(content);
            if (!artifact.sha256().equals(promoted.sha256())) {
                throw new ModelRefused("'%s' is not the artifact that was promoted: its SHA-256 is %s, not %s"
                        .formatted(promoted.file().path(), artifact.sha256(), promoted.sha256()));
            }
            return artifact;
        } catch (LakeFileNotFound e) {
            throw new ModelRefused(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new LakeUnavailable("cannot read " + promoted.file(), e);
        }
    }

    private static LakePath pathOf(Deployment deployment) {
        try {
            return LakePaths.parse(deployment.artifact().file());
        } catch (InvalidLakePath e) {
            throw new ModelRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
