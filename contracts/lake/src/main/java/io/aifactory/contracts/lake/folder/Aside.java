package io.aifactory.contracts.lake.folder;

import io.aifactory.contracts.lake.LakeContent;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Where files are written before they are put in place: on the same file system, so that putting them there is one step. */
final class Aside {

    private final Path folder;

    Aside(Path folder) {
        this.folder = folder;
    }

    interface Placing<T> {
        T place(Path written) throws IOException;
    }

    <T> T write(LakeContent content, Placing<T> placing) throws IOException {
        Path file = write(content);
        try {
            return placing.place(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    Path write(LakeContent content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(UUID.randomUUID().toString());
        try {
            writeDurably(file, content);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void writeDurably(Path file, LakeContent content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            channel.force(true);
        }
    }
}
