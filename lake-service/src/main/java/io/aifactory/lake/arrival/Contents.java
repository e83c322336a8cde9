package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one content from another by its hash. */
public final class Contents {

    private Contents() {}

    /** Returns the SHA-256 of all the file holds, in hex digits. */
    public static String sha256(LakeStorage storage, LakePath file) {
        try (InputStream in = storage.open(file)) {
            return sha256(LakeContent.of(in));
        } catch (IOException e) {
            throw new LakeUnavailable("cannot read '%s'".formatted(file.path()), e);
        }
    }

    /** Returns the SHA-256 of a content, in hex digits. */
    public static String sha256(LakeContent content) throws IOException {
        MessageDigest digest = newDigest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.writeTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
