package io.aifactory.lake.lineage.openlineage;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Appends events to a file, one a line. */
final class FileTransport implements EventTransport {

    private final Path file;

    FileTransport(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public void send(String event) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, event + "\n", CREATE, APPEND, DSYNC);
        } catch (IOException e) {
            throw new TransportUnavailable("cannot write to " + file, e);
        }
    }
}
