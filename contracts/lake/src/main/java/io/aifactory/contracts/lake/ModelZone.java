package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/** Which half of a model's folder: what it learns from, or what it scores. */
public sealed interface ModelZone permits ModelZone.Train, ModelZone.Inference {

    /** Returns the project. */
    ProjectId project();

    /** Returns the model. */
    ModelName model();

    /** Returns the folder. */
    String path();

    /** Returns where the given model's training data lies. */
    static Train train(ProjectId project, ModelName model) {
        return new Train(project, model);
    }

    /** Returns where the data lies that the given model version is to score; 0 means the leading version. */
    static Inference inference(ProjectId project, ModelName model, int modelVersion) {
        return new Inference(project, model, modelVersion);
    }

    /**
     * Training data.
     *
     * @param project the project
     * @param model the model
     */
    record Train(ProjectId project, ModelName model) implements ModelZone {
        @Override
        public String path() {
            return "projects/%s/%s/train".formatted(project, model);
        }
    }

    /**
     * Data to score.
     *
     * @param project the project
     * @param model the model
     * @param modelVersion the version that scores it; 0 is the leading one, whichever that is
     */
    record Inference(ProjectId project, ModelName model, int modelVersion) implements ModelZone {
        public Inference {
            Names.requireNumber("model version", modelVersion, 0);
        }

        @Override
        public String path() {
            return "projects/%s/%s/inference/%d".formatted(project, model, modelVersion);
        }
    }
}
