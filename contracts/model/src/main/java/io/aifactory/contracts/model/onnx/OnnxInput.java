package io.aifactory.contracts.model.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.ModelRefused;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;

/**
 * One tensor input of an ONNX model, fed with a run of a row's features.
 *
 * @param name the input's name
 * @param type what its numbers are
 * @param features the features it takes
 * @param first position of the first of them in a row
 */
record OnnxInput(String name, OnnxJavaType type, List<Feature> features, int first) {

    /** The tensor type of an input, refused when it is none we can feed. */
    static TensorInfo tensorOf(NodeInfo input) {
        if (input.getInfo() instanceof TensorInfo tensor && tensor.getShape().length <= 2) {
            switch (tensor.type) {
                case FLOAT, DOUBLE, INT64, STRING -> {
                    return tensor;
                }
                default ->
                    throw new ModelRefused(
                            "Input '%s' of the ONNX model is of type %s".formatted(input.getName(), tensor.type));
            }
        }
        throw new ModelRefused(
                "Input '%s' of the ONNX model is no table of numbers or texts".formatted(input.getName()));
    }

    OnnxTensor tensor(OrtEnvironment environment, float[][] rows) throws OrtException {
        var shape = new long[] {rows.length, features.size()};
        return switch (type) {
            case FLOAT -> OnnxTensor.createTensor(environment, floats(rows), shape);
            case DOUBLE -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(doubles(rows)), shape);
            case INT64 -> OnnxTensor.createTensor(environment, LongBuffer.wrap(longs(rows)), shape);
            default -> OnnxTensor.createTensor(environment, texts(rows), shape);
        };
    }

    private FloatBuffer floats(float[][] rows) {
        var buffer = FloatBuffer.allocate(rows.length * features.size());
        for (var row : rows) {
            buffer.put(row, first, features.size());
        }
        return buffer.flip();
    }

    private double[] doubles(float[][] rows) {
        var numbers = new double[rows.length * features.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = at(rows, i);
        }
        return numbers;
    }

    private long[] longs(float[][] rows) {
        var numbers = new long[rows.length * features.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.round(at(rows, i));
        }
        return numbers;
    }

    private String[] texts(float[][] rows) {
        var texts = new String[rows.length * features.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = features.get(i % features.size()).text(at(rows, i));
        }
        return texts;
    }

    private float at(float[][] rows, int i) {
        return rows[i / features.size()][first + i % features.size()];
    }
}
