package io.aifactory.contracts.model.onnx;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The output of an ONNX model that holds the scores. */
sealed interface OnnxOutput {

    String name();

    /** The scores of so many rows. */
    double[][] scores(OnnxValue value, int rows) throws OrtException;

    /**
     * Finds the scores among the outputs.
     *
     * @throws ModelRefused when no output fits what the model should predict
     */
    static OnnxOutput of(Collection<NodeInfo> nodes, FeatureSchema schema, OnnxFile file) {
        var kind = schema.mlType() == MlType.REGRESSION ? "number" : "probability for each class";
        return nodes.stream()
                .filter(node -> fits(node, schema))
                .findFirst()
                .map(node -> output(node, schema, file))
                .orElseThrow(() -> new ModelRefused("No output of the ONNX model is a " + kind));
    }

    private static boolean fits(NodeInfo node, FeatureSchema schema) {
        if (node.getInfo() instanceof SequenceInfo sequence) {
            return schema.mlType() == MlType.CLASSIFICATION && sequence.sequenceOfMaps;
        }
        if (!(node.getInfo() instanceof TensorInfo tensor)
                || (tensor.type != OnnxJavaType.FLOAT && tensor.type != OnnxJavaType.DOUBLE)) {
            return false;
        }
        var shape = tensor.getShape();
        long columns = shape.length < 2 ? 1 : shape[1];
        return columns < 0 || columns == schema.outputCount();
    }

    private static OnnxOutput output(NodeInfo node, FeatureSchema schema, OnnxFile file) {
        if (schema.mlType() == MlType.REGRESSION) {
            return new Table(node.getName(), new int[] {0});
        }
        if (node.getInfo() instanceof SequenceInfo sequence) {
            return new Maps(node.getName(), schema.classes(), mapOf(sequence));
        }
        return new Table(node.getName(), columns(schema.classes(), file.classes(schema.outputCount())));
    }

    private static MapInfo mapOf(SequenceInfo sequence) {
        if (sequence.mapInfo == null) {
            throw new ModelRefused("The ONNX model's probabilities are a sequence without maps");
        }
        return sequence.mapInfo;
    }

    /** For each class of the schema its column among the model's. */
    private static int[] columns(List<String> classes, List<String> ofModel) {
        if (ofModel.isEmpty()) {
            throw new ModelRefused("The ONNX model doesn't tell its classes, the data has " + classes);
        }
        if (!ofModel.containsAll(classes)) {
            throw new ModelRefused("The ONNX model has classes %s, the data has %s".formatted(ofModel, classes));
        }
        return classes.stream().mapToInt(ofModel::indexOf).toArray();
    }

    /**
     * A tensor with a row per row.
     *
     * @param name the output's name
     * @param columns the column of each number of a score
     */
    record Table(String name, int[] columns) implements OnnxOutput {

        @Override
        public double[][] scores(OnnxValue value, int rows) throws OrtException {
            var numbers = numbers((OnnxTensor) value);
            int width = numbers.length / Math.max(1, rows);
            if (width != columns.length) {
                throw new ModelRefused(
                        "The ONNX model gave %d numbers per row instead of %d".formatted(width, columns.length));
            }
            var scores = new double[rows][columns.length];
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < columns.length; k++) {
                    scores[i][k] = numbers[i * width + columns[k]];
                }
            }
            return scores;
        }

        private static double[] numbers(OnnxTensor tensor) {
            if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
                var doubles = tensor.getDoubleBuffer();
                var numbers = new double[doubles.remaining()];
                doubles.get(numbers);
                return numbers;
            }
            var floats = tensor.getFloatBuffer();
            var numbers = new double[floats.remaining()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = floats.get(i);
            }
            return numbers;
        }
    }

    /**
     * A map from class to probability per row (ZipMap).
     *
     * @param name the output's name
     * @param classes the classes in the order of a score
     * @param map what the maps are
     */
    record Maps(String name, List<String> classes, MapInfo map) implements OnnxOutput {

        @Override
        public double[][] scores(OnnxValue value, int rows) throws OrtException {
            var maps = ((OnnxSequence) value).getValue();
            var scores = new double[rows][];
            for (int i = 0; i < rows; i++) {
                try (var probabilities = (OnnxMap) maps.get(i)) {
                    scores[i] = score(probabilities);
                }
            }
            return scores;
        }

        private double[] score(OnnxMap probabilities) throws OrtException {
            var values = probabilities.getValue();
            return classes.stream()
                    .mapToDouble(name -> probability(values.get(key(name)), name))
                    .toArray();
        }

        private Object key(String name) {
            if (map.keyType == OnnxJavaType.STRING) {
                return name;
            }
            try {
                return Long.valueOf(name);
            } catch (NumberFormatException e) {
                throw new ModelRefused("The ONNX model has numbers for classes, the data has '%s'".formatted(name), e);
            }
        }

        private static double probability(@Nullable Object value, String name) {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw new ModelRefused("The ONNX model gave no probability for class '%s'".formatted(name));
        }
    }
}
