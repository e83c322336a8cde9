package io.aifactory.lake.refinement;

import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one content from another by its hash. */
public final class Contents {

    private Contents() {}

    /** Returns the SHA-256 of what the file holds, in hex digits. */
    public static String sha256(LakeStorage storage, LakePath file) {
        MessageDigest digest = newDigest();
        try (var in = new DigestInputStream(storage.open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new LakeUnavailable("cannot read '%s'".formatted(file.path()), e);
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
