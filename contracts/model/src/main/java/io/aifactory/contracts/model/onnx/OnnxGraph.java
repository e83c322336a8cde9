package io.aifactory.contracts.model.onnx;

import java.util.List;

/** An ONNX model under construction (messages ModelProto, GraphProto and NodeProto of onnx.proto). */
final class OnnxGraph {

    static final int FLOAT = 1;
    static final int STRING = 8;

    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;
    private static final int ML_OPSET = 3;

    private final ProtoWriter graph = new ProtoWriter().text(2, "ai-factory");

    OnnxGraph node(String operator, List<String> inputs, String output, ProtoWriter... attributes) {
        return node("", operator, inputs, output, attributes);
    }

    OnnxGraph mlNode(String operator, List<String> inputs, String output, ProtoWriter... attributes) {
        return node("ai.onnx.ml", operator, inputs, output, attributes);
    }

    OnnxGraph input(String name, int type, int columns) {
        graph.message(11, matrix(name, type, columns));
        return this;
    }

    OnnxGraph output(String name, int type, int columns) {
        graph.message(12, matrix(name, type, columns));
        return this;
    }

    OnnxGraph vectorOutput(String name, int type) {
        graph.message(12, value(name, type, new ProtoWriter().message(1, rows())));
        return this;
    }

    OnnxGraph constant(String name, float... values) {
        graph.message(
                5,
                new ProtoWriter()
                        .integers(1, new long[] {values.length})
                        .integer(2, FLOAT)
                        .reals(4, values)
                        .text(8, name));
        return this;
    }

    byte[] toModel() {
        return new ProtoWriter()
                .integer(1, IR_VERSION)
                .text(2, "ai-factory")
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").integer(2, OPSET))
                .message(8, new ProtoWriter().text(1, "ai.onnx.ml").integer(2, ML_OPSET))
                .toByteArray();
    }

    private OnnxGraph node(
            String domain, String operator, List<String> inputs, String output, ProtoWriter... attributes) {
        graph.message(
                1,
                new ProtoWriter()
                        .texts(1, inputs)
                        .text(2, output)
                        .text(3, operator + "-" + output)
                        .text(4, operator)
                        .messages(5, List.of(attributes))
                        .text(7, domain));
        return this;
    }

    private static ProtoWriter matrix(String name, int type, int columns) {
        var shape = new ProtoWriter().message(1, rows()).message(1, new ProtoWriter().integer(1, columns));
        return value(name, type, shape);
    }

    private static ProtoWriter rows() {
        return new ProtoWriter().text(2, "N");
    }

    private static ProtoWriter value(String name, int type, ProtoWriter shape) {
        var tensor = new ProtoWriter().integer(1, type).message(2, shape);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }
}
