package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are needed while one file is read. They lie beside its target and are removed at the end. */
public final class Scratch implements AutoCloseable {

    private final Path target;
    private final List<Path> files = new ArrayList<>();

    public Scratch(Path target) {
        this.target = target.toAbsolutePath();
    }

    /** Returns a path beside the target that is not yet taken. */
    public Path newFile(String ending) {
        Path file = target.resolveSibling("%s.%d.%s".formatted(target.getFileName(), files.size(), ending));
        files.add(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
