package io.aifactory.lake.engine.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Files that are needed while a table is made, beside it. They go when they are closed. */
final class ScratchFiles implements AutoCloseable {

    private final Path table;
    private final List<Path> files = new ArrayList<>();

    ScratchFiles(Path table) {
        this.table = table;
    }

    Path newFile(String purpose) {
        Path file = table.resolveSibling("%s-%s-%d.parquet".formatted(table.getFileName(), purpose, files.size()));
        files.add(file);
        return file;
    }

    @Override
    public void close() {
        try {
            for (Path file : files) {
                FileSystemUtils.deleteRecursively(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove what was needed for " + table, e);
        }
    }
}
