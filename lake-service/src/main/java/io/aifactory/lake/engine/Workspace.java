package io.aifactory.lake.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** A folder for the files of one piece of work. */
public final class Workspace implements AutoCloseable {

    private final Path folder;
    private final AtomicInteger files = new AtomicInteger();

    Workspace(Path folder) {
        this.folder = folder;
    }

    /** Returns a path that is not yet taken, ending in the given name. */
    public Path newFile(String name) {
        return folder.resolve(files.incrementAndGet() + "-" + name);
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
