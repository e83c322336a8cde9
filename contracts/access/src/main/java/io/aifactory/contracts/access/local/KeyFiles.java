package io.aifactory.contracts.access.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Objects;
import org.springframework.security.converter.RsaKeyConverters;

/** An RSA key pair as two PEM files that only their owner can read. */
final class KeyFiles {

    private static final int KEY_BITS = 2048;
    private static final int PEM_LINE = 64;

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    Path publicKey() {
        return folder.resolve("access-public.pem");
    }

    private Path privateKey() {
        return folder.resolve("access-private.pem");
    }

    PrivateKey loadOrMake() {
        try {
            return Files.exists(privateKey()) ? load() : make();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep keys in " + folder, e);
        }
    }

    private PrivateKey load() throws IOException {
        var pem = new ByteArrayInputStream(Files.readAllBytes(privateKey()));
        return Objects.requireNonNull(RsaKeyConverters.pkcs8().convert(pem), "no private key");
    }

    /** The private key comes last: while it is missing, both are made anew. */
    private PrivateKey make() throws IOException {
        Files.createDirectories(folder);
        KeyPair pair = newPair();
        write(publicKey(), "PUBLIC KEY", pair.getPublic());
        write(privateKey(), "PRIVATE KEY", pair.getPrivate());
        return pair.getPrivate();
    }

    private void write(Path file, String kind, Key key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path aside = Files.createTempFile(folder, "key", ".part", ownerOnly);
        Files.writeString(aside, pem(kind, key), US_ASCII);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String kind, Key key) {
        String content = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, content, kind);
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
