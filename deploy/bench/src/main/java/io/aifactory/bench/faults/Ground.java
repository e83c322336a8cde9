package io.aifactory.bench.faults;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The temporary folder a run lives in. The unpacked PostgreSQL is shared with the factory of this project. */
final class Ground {

    private final FactoryHome home;

    Ground() {
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

    FactoryHome home() {
        return home;
    }

    Path folder() {
        return home.root();
    }

    void remove() {
        Folders.delete(home.root());
    }
}
