package io.aifactory.contracts.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A constant of an ONNX file.
 *
 * @param name its name
 * @param external whether its data lies in another file
 * @param values its integers or texts; empty for other types
 */
record OnnxTensorFacts(String name, boolean external, List<String> values) {

    private static final int INT_32 = 6;
    private static final int INT_64 = 7;

    static OnnxTensorFacts read(ProtoReader tensor) {
        var name = "";
        var external = false;
        long type = 0;
        var raw = ByteBuffer.allocate(0);
        var values = new ArrayList<String>();
        while (tensor.next()) {
            switch (tensor.field()) {
                case 2 -> type = tensor.varint();
                case 5, 7 -> tensor.addIntegers(values);
                case 6 -> values.add(tensor.text());
                case 8 -> name = tensor.text();
                case 9 -> raw = tensor.delimited();
                case 13 -> {
                    external = true;
                    tensor.skip();
                }
                case 14 -> external |= tensor.varint() != 0;
                default -> tensor.skip();
            }
        }
        addRaw(raw, type, values);
        return new OnnxTensorFacts(name, external, values);
    }

    private static void addRaw(ByteBuffer raw, long type, List<String> values) {
        var bytes = raw.order(ByteOrder.LITTLE_ENDIAN);
        while (type == INT_64 && bytes.remaining() >= Long.BYTES) {
            values.add(Long.toString(bytes.getLong()));
        }
        while (type == INT_32 && bytes.remaining() >= Integer.BYTES) {
            values.add(Integer.toString(bytes.getInt()));
        }
    }
}
