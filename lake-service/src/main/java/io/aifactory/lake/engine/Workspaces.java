package io.aifactory.lake.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Gives each piece of work a folder of its own for files in the making. */
public final class Workspaces {

    private static final String PREFIX = "work-";
    private static final Duration LONGEST_WORK = Duration.ofDays(1);

    private final Path root;

    public Workspaces(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Returns an empty folder, which is removed with all that is in it when it is closed. */
    public Workspace open() {
        try {
            Files.createDirectories(root);
            return new Workspace(Files.createTempDirectory(root, PREFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + root, e);
        }
    }

    /** Returns where a file of the given name may lie that outlives all work. */
    public Path lastingFile(String name) {
        return root.resolve(name);
    }

    /** Removes what killed processes left: folders in which nothing was made or removed for a day. */
    public void sweep(Clock clock) {
        Instant oldest = clock.instant().minus(LONGEST_WORK);
        try {
            for (Path folder : folders()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sweep " + root, e);
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }
}
