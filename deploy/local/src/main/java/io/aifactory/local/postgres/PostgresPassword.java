package io.aifactory.local.postgres;

import io.aifactory.local.home.SafeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the factory's databases, made at first start and readable by its owner only. */
final class PostgresPassword {

    private static final int BYTES = 24;

    private final Path file;

    PostgresPassword(Path keys) {
        this.file = keys.resolve("postgres-password");
    }

    Path file() {
        return file;
    }

    String loadOrMake() {
        try {
            if (!Files.exists(file)) {
                SafeFile.writeSecret(file, random());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + file, e);
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
