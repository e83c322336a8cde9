package io.aifactory.training.run;

import io.aifactory.contracts.events.LakeFile;
import java.util.List;

/** What a run makes its model version from. */
public sealed interface RunInput {

    /**
     * It learns from gold.
     *
     * @param version the gold version
     */
    record Gold(int version) implements RunInput {}

    /**
     * It takes a model that a pipeline trained.
     *
     * @param file the ONNX file in the lake of dev
     * @param features the model's features in order; empty for gold's columns in their order
     * @param buildId the pipeline's build
     * @param commit the commit that was built; empty when unknown
     */
    record Delivery(LakeFile file, List<String> features, String buildId, String commit) implements RunInput {

        public Delivery {
            features = List.copyOf(features);
        }
    }
}
