package io.aifactory.lake.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives each piece of work a folder of its own for files in the making. */
public final class Workspaces {

    private final Path root;

    public Workspaces(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Returns an empty folder, which is removed with all that is in it when it is closed. */
    public Workspace open() {
        try {
            Files.createDirectories(root);
            return new Workspace(Files.createTempDirectory(root, "work-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + root, e);
        }
    }
}
