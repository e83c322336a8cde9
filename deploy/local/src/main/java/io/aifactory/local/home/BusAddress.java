package io.aifactory.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** How one gets onto the local bus: its port, and the key made at first start that only its owner can read. */
public final class BusAddress {

    /** The name of the key. */
    public static final String KEY_NAME = "RootManageSharedAccessKey";

    private static final int KEY_BYTES = 32;

    private final Path keyFile;
    private final int port;

    public BusAddress(FactoryHome home, int port) {
        this.keyFile = home.keys().resolve("bus-key");
        this.port = port;
    }

    /** Returns where the key lies; it is made if it is not there. */
    public Path keyFile() {
        if (!Files.exists(keyFile)) {
            SafeFile.writeSecret(keyFile, random());
        }
        return keyFile;
    }

    /** Returns the connection string, which is a secret. */
    public String connectionString() {
        return "Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=%s;SharedAccessKey=%s;UseDevelopmentEmulator=true;"
                .formatted(port, KEY_NAME, key());
    }

    /** Returns the key, which is a secret. */
    public String key() {
        try {
            return Files.readString(keyFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + keyFile, e);
        }
    }

    private static String random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
