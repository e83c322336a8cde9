package io.aifactory.scoring.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are promoted as models and are none. */
final class BrokenArtifacts {

    private static final String MANIFEST = """
            {"format": "%s", "mlType": "regression", "label": "y", "features": [%s], "classes": [],
             "algorithms": [], "facts": {}, "parts": {"model.onnx": "%s"}}""";
    private static final String FEATURE = "{\"name\": \"bmi\", \"kind\": \"numeric\", \"categories\": []}";
    private static final String FORMAT = "aif.model.v1";

    private BrokenArtifacts() {}

    static byte[] withManifest(String manifest) {
        return zip(Map.of("manifest.json", manifest.getBytes(UTF_8)));
    }

    static byte[] withFormat(String format) {
        return withManifest(MANIFEST.formatted(format, FEATURE, ""));
    }

    static byte[] withFeature(String feature) {
        return withManifest(MANIFEST.formatted(FORMAT, feature, ""));
    }

    static byte[] withOnnx(byte[] onnx) {
        return zip(Map.of(
                "manifest.json",
                MANIFEST.formatted(FORMAT, FEATURE, sha256(onnx)).getBytes(UTF_8),
                "model.onnx",
                onnx));
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
