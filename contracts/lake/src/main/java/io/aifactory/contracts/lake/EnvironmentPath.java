package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/** A path of one model that names its environment, and so its lake. */
public sealed interface EnvironmentPath extends LakePath
        permits BadFile,
                DatabricksTable,
                DeliveredModelFile,
                GoldFile,
                GoldSplitFile,
                InFile,
                InFolder,
                ModelFile,
                OnlineFile,
                RefinedFile,
                RejectedFile,
                ScoredFile,
                SqlFile,
                ToScoreFile {

    /** Returns whose data it is. */
    ModelZone zone();

    /** Returns the environment. */
    EnvironmentTier environment();

    /** Returns the project. */
    default ProjectId project() {
        return zone().project();
    }

    /** Returns the model. */
    default ModelName model() {
        return zone().model();
    }

    /** Returns the file as events name it. */
    default LakeFile file() {
        return new LakeFile(environment(), path());
    }
}
