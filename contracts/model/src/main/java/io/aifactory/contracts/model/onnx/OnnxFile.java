package io.aifactory.contracts.model.onnx;

import io.aifactory.contracts.model.ModelRefused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What has to be known about an ONNX file before a runtime may load it (messages of onnx.proto): that it doesn't point
 * to other files, and the lists of class labels that its nodes and constants carry.
 */
final class OnnxFile {

    private static final int DEEPEST = 16;
    private static final Set<String> LABEL_ATTRIBUTES =
            Set.of("classlabels_strings", "classlabels_int64s", "classlabels_ints", "values_strings");

    private final List<List<String>> classLists = new ArrayList<>();

    private OnnxFile() {}

    /**
     * Reads a file.
     *
     * @throws ModelRefused when it is no ONNX file or takes data from other files
     */
    static OnnxFile read(byte[] onnx) {
        var file = new OnnxFile();
        var model = new ProtoReader(ByteBuffer.wrap(onnx).order(ByteOrder.LITTLE_ENDIAN));
        while (model.next()) {
            switch (model.field()) {
                case 7 -> file.graph(model.message(), 0);
                case 25 -> file.function(model.message());
                default -> model.skip();
            }
        }
        return file;
    }

    /** The last list of class labels that has this length: the one nearest to the output. */
    List<String> classes(int count) {
        return classLists.stream()
                .filter(classes -> classes.size() == count)
                .reduce((first, second) -> second)
                .orElse(List.of());
    }

    private void graph(ProtoReader graph, int depth) {
        if (depth > DEEPEST) {
            throw new ModelRefused("The ONNX file nests graphs deeper than " + DEEPEST);
        }
        while (graph.next()) {
            switch (graph.field()) {
                case 1 -> node(graph.message(), depth);
                case 5 -> tensor(graph.message());
                case 15 -> sparseTensor(graph.message());
                default -> graph.skip();
            }
        }
    }

    private void function(ProtoReader function) {
        while (function.next()) {
            if (function.field() == 7) {
                node(function.message(), 0);
            } else {
                function.skip();
            }
        }
    }

    private void node(ProtoReader node, int depth) {
        while (node.next()) {
            if (node.field() == 5) {
                attribute(node.message(), depth);
            } else {
                node.skip();
            }
        }
    }

    private void attribute(ProtoReader attribute, int depth) {
        var name = "";
        var values = new ArrayList<String>();
        while (attribute.next()) {
            switch (attribute.field()) {
                case 1 -> name = attribute.text();
                case 5, 10 -> tensor(attribute.message());
                case 6, 11 -> graph(attribute.message(), depth + 1);
                case 8 -> attribute.addIntegers(values);
                case 9 -> values.add(attribute.text());
                case 22, 23 -> sparseTensor(attribute.message());
                default -> attribute.skip();
            }
        }
        if (LABEL_ATTRIBUTES.contains(name)) {
            classLists.add(values);
        }
    }

    private void sparseTensor(ProtoReader sparse) {
        while (sparse.next()) {
            if (sparse.field() == 1 || sparse.field() == 2) {
                tensor(sparse.message());
            } else {
                sparse.skip();
            }
        }
    }

    private void tensor(ProtoReader reader) {
        var tensor = OnnxTensorFacts.read(reader);
        if (tensor.external()) {
            throw new ModelRefused("The ONNX file takes tensor '%s' from another file".formatted(tensor.name()));
        }
        if (tensor.name().contains("classes")) {
            classLists.add(tensor.values());
        }
    }
}
