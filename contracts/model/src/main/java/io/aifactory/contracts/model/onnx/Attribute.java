package io.aifactory.contracts.model.onnx;

import java.util.List;

/** Attributes of ONNX nodes (message AttributeProto of onnx.proto). */
final class Attribute {

    private static final int NAME = 1;
    private static final int TYPE = 20;

    private Attribute() {}

    static ProtoWriter integer(String name, long value) {
        return named(name, 2).integer(3, value);
    }

    static ProtoWriter text(String name, String value) {
        return named(name, 3).text(4, value);
    }

    static ProtoWriter reals(String name, float[] values) {
        return named(name, 6).reals(7, values);
    }

    static ProtoWriter integers(String name, long[] values) {
        return named(name, 7).integers(8, values);
    }

    static ProtoWriter texts(String name, List<String> values) {
        return named(name, 8).texts(9, values);
    }

    private static ProtoWriter named(String name, int type) {
        return new ProtoWriter().text(NAME, name).integer(TYPE, type);
    }
}
