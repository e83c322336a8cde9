package io.aifactory.provisioning.environment.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only their owner can read, whole or not at all. */
final class OwnFile {

    private OwnFile() {}

    /** Makes a folder that only its owner can enter, and those above it. */
    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    /** Puts the file there, in place of one that may be there. */
    static void replace(Path file, String content) {
        try {
            Files.move(aside(file, content), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Puts the file there unless one is: of several who try at once, exactly one succeeds. */
    static void createIfMissing(Path file, String content) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Path aside = aside(file, content);
            try {
                Files.createLink(file, aside);
            } finally {
                Files.delete(aside);
            }
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Path aside(Path file, String content) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".part", ownerOnly);
        return Files.writeString(aside, content, UTF_8);
    }
}
