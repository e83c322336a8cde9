package io.aifactory.contracts.lake.folder;

import io.aifactory.contracts.lake.LakeContent;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where files are written before they are put in place: on the same file system, so that putting them there is one step. What
 * killed writers left is removed by the first who writes, once it is older than any writer takes.
 */
final class Aside {

    private static final Duration OLD = Duration.ofDays(2);

    private final Path folder;
    private final Clock clock;
    private final AtomicBoolean hasLooked = new AtomicBoolean();

    Aside(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
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
        if (hasLooked.compareAndSet(false, true)) {
            removeLeftovers();
        }
        Path file = folder.resolve(UUID.randomUUID().toString());
        try {
            writeDurably(file, content);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void removeLeftovers() throws IOException {
        FileTime limit = FileTime.from(clock.instant().minus(OLD));
        try (var files = Files.newDirectoryStream(folder, file -> isOlder(file, limit))) {
            for (Path leftover : files) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static boolean isOlder(Path file, FileTime limit) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(limit) < 0;
        } catch (NoSuchFileException e) {
            return false; // its writer has just put it in place
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
