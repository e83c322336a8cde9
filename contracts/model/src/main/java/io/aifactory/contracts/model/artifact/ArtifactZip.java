package io.aifactory.contracts.model.artifact;

import io.aifactory.contracts.model.ModelRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip file of an artifact: entries stored, not deflated, so that its bytes don't depend on a zlib's version. */
final class ArtifactZip {

    static final String MANIFEST = "manifest.json";
    static final String ONNX = "model.onnx";
    static final String TREES = "trees.json";

    static final int LARGEST = 512 * 1024 * 1024;

    private static final Set<String> PARTS = Set.of(MANIFEST, ONNX, TREES);
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ArtifactZip() {}

    static byte[] pack(SortedMap<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(stored(part.getKey(), part.getValue()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The parts of a zip file by name; nothing is ever written to where a name may point. */
    static Map<String, byte[]> unpack(byte[] bytes) {
        var parts = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            long room = LARGEST;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var part = limited(zip, room);
                room -= part.length;
                requireKnown(entry.getName());
                if (parts.put(entry.getName(), part) != null) {
                    throw new ModelRefused("The model file has part '%s' twice".formatted(entry.getName()));
                }
            }
        } catch (ZipException | EOFException e) {
            throw new ModelRefused("The model file is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static byte[] part(Map<String, byte[]> parts, String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new ModelRefused("The model file has no part '%s'".formatted(name));
        }
        return part;
    }

    static byte[] limited(InputStream in) throws IOException {
        return limited(in, LARGEST);
    }

    private static byte[] limited(InputStream in, long limit) throws IOException {
        var bytes = in.readNBytes((int) limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new ModelRefused("The model file is larger than %d bytes".formatted(LARGEST));
        }
        return bytes;
    }

    private static void requireKnown(String name) {
        if (!PARTS.contains(name)) {
            throw new ModelRefused("The model file has a part '%s' that doesn't belong there".formatted(name));
        }
    }

    private static ZipEntry stored(String name, byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(WRITTEN);
        return entry;
    }
}
