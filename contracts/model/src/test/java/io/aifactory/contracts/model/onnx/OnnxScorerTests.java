package io.aifactory.contracts.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import io.aifactory.contracts.model.Scorer;
import io.aifactory.contracts.model.ScorerContract;
import io.aifactory.contracts.model.boosters.TrainedModel;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.aifactory.contracts.model.trees.TreeScorer;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxScorerTests extends ScorerContract {

    @Override
    protected Scorer open(TrainedModel model) {
        return OnnxScorer.open(OnnxWriter.write(model.ensemble(), model.schema()), model.schema());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void agreesWithTreesOnEnsembleOfBothLibraries(int classes) {
        var lightGbm = TrainedModel.lightGbm(classes, 0.1);
        var xgboost = TrainedModel.xgboost(classes, 0.1);
        var ensemble = new TreeEnsemble(
                TrainedModel.FEATURES,
                List.of(lightGbm.member().withWeight(0.3), xgboost.member().withWeight(0.7)));
        try (var trees = new TreeScorer(ensemble);
                var onnx = OnnxScorer.open(OnnxWriter.write(ensemble, lightGbm.schema()), lightGbm.schema())) {

            var fromTrees = trees.scoreAll(xgboost.rows());
            var fromOnnx = onnx.scoreAll(xgboost.rows());

            Offset<Double> tolerance = within(classes == 1 ? 1e-3 : 1e-5);
            for (int i = 0; i < fromTrees.length; i++) {
                assertThat(fromOnnx[i]).containsExactly(fromTrees[i], tolerance);
            }
        }
    }

    @Test
    void writesLabelOfMostProbableClass() throws Exception {
        var model = TrainedModel.lightGbm(3, 0.1);
        var onnx = OnnxWriter.write(model.ensemble(), model.schema());
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(onnx);
                var rows = OnnxTensor.createTensor(environment, model.rows());
                var result = session.run(Map.of("features", rows))) {

            var labels = (String[]) result.get("label").orElseThrow().getValue();
            var probabilities =
                    (float[][]) result.get("probabilities").orElseThrow().getValue();

            assertThat(labels).hasSize(probabilities.length).contains("a", "b", "c");
            for (int i = 0; i < labels.length; i++) {
                int position = model.schema().classes().indexOf(labels[i]);
                for (float probability : probabilities[i]) {
                    assertThat(probability).isLessThanOrEqualTo(probabilities[i][position]);
                }
            }
        }
    }

    @Test
    void writesTheSameBytesForTheSameModel() {
        var model = TrainedModel.xgboost(2, 0.1);

        var again = OnnxWriter.write(model.ensemble(), model.schema());

        assertThat(OnnxWriter.write(model.ensemble(), model.schema())).isEqualTo(again);
    }
}
