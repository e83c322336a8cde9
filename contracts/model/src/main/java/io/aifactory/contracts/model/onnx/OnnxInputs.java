package io.aifactory.contracts.model.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs of an ONNX model tied to the features of a row: one table of all features, or one column per feature.
 *
 * @param inputs the inputs
 */
record OnnxInputs(List<OnnxInput> inputs) {

    /**
     * Ties the inputs to the features.
     *
     * @throws ModelRefused when they don't take exactly these features
     */
    static OnnxInputs of(Collection<NodeInfo> nodes, FeatureSchema schema) {
        if (nodes.size() == 1 && schema.indexOf(nodes.iterator().next().getName()) < 0) {
            return new OnnxInputs(List.of(table(nodes.iterator().next(), schema)));
        }
        var inputs = nodes.stream().map(node -> column(node, schema)).toList();
        if (inputs.size() != schema.features().size()) {
            throw new ModelRefused("The ONNX model takes %d columns, the data has %d features"
                    .formatted(inputs.size(), schema.features().size()));
        }
        return new OnnxInputs(inputs);
    }

    /** The tensors of some rows by input name; the caller closes them. */
    Map<String, OnnxTensor> tensors(OrtEnvironment environment, float[][] rows) throws OrtException {
        var tensors = new HashMap<String, OnnxTensor>();
        try {
            for (var input : inputs) {
                tensors.put(input.name(), input.tensor(environment, rows));
            }
            return tensors;
        } catch (OrtException | RuntimeException e) {
            new ArrayList<>(tensors.values()).forEach(OnnxTensor::close);
            throw e;
        }
    }

    private static OnnxInput table(NodeInfo node, FeatureSchema schema) {
        var tensor = OnnxInput.tensorOf(node);
        var shape = tensor.getShape();
        long columns = shape.length == 2 ? shape[1] : 1;
        int features = schema.features().size();
        if (columns >= 0 && columns != features) {
            throw new ModelRefused("The ONNX model takes %d features, the data has %d".formatted(columns, features));
        }
        return new OnnxInput(node.getName(), tensor.type, schema.features(), 0);
    }

    private static OnnxInput column(NodeInfo node, FeatureSchema schema) {
        int index = schema.indexOf(node.getName());
        if (index < 0) {
            throw new ModelRefused(
                    "The ONNX model takes column '%s', which the data doesn't have".formatted(node.getName()));
        }
        var tensor = OnnxInput.tensorOf(node);
        return new OnnxInput(
                node.getName(), tensor.type, List.of(schema.features().get(index)), index);
    }
}
