package io.aifactory.bench.processes;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The temporary folder a run lives in. The unpacked PostgreSQL is shared with the factory of this project. */
public final class Ground {

    private final FactoryHome home;

    /** Makes the folder. */
    public Ground() {
        try {
            var project = FactoryHome.current();
            home = new FactoryHome(Files.createTempDirectory("factory-bench-"), project.project());
            Files.createSymbolicLink(home.app(), FactoryHome.made(project.app()));
            FactoryHome.made(home.logs());
            FactoryHome.made(home.bus());
        } catch (IOException e) {
            throw new UncheckedIOException("can not make a temporary folder", e);
        }
    }

    /** Returns it as the home of a factory of its own. */
    public FactoryHome home() {
        return home;
    }

    /** Returns the folder. */
    public Path folder() {
        return home.root();
    }

    /** Removes the folder and all that is in it. */
    public void remove() {
        Folders.delete(home.root());
    }
}
