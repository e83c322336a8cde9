package io.aifactory.training.pipeline.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes a string as .NET's DataContractSerializer does in binary XML, in records of at most so many bytes. */
public final class BinaryXml {

    private BinaryXml() {}

    public static byte[] of(String text, int chunk) {
        var out = new ByteArrayOutputStream();
        out.write(0x40);
        name(out, "string");
        out.write(0x08);
        name(out, "http://schemas.microsoft.com/2003/10/Serialization/");
        var bytes = text.getBytes(UTF_8);
        for (int start = 0; start < bytes.length; start += chunk) {
            int length = Math.min(chunk, bytes.length - start);
            chars(out, length, start + length == bytes.length);
            out.write(bytes, start, length);
        }
        return out.toByteArray();
    }

    private static void chars(ByteArrayOutputStream out, int length, boolean last) {
        int end = last ? 1 : 0;
        if (length < 256) {
            out.write(0x98 + end);
            out.write(length);
        } else {
            out.write(0x9A + end);
            out.write(length & 0xff);
            out.write(length >> 8);
        }
    }

    private static void name(ByteArrayOutputStream out, String name) {
        out.write(name.length());
        out.writeBytes(name.getBytes(UTF_8));
    }
}
