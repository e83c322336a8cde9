package io.aifactory.local.demo;

import io.aifactory.local.home.FactoryHome;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The demo's data, taken out of the program into files a person could hand in. */
final class Samples {

    private final Path folder;

    Samples(FactoryHome home) {
        this.folder = home.root().resolve("demo");
    }

    /** Returns the file of the given name. */
    Path file(String name) {
        var file = folder.resolve(name);
        FactoryHome.made(FactoryHome.folderOf(file));
        try (var content = Samples.class.getResourceAsStream("/demo/" + name)) {
            if (content == null) {
                throw new FileNotFoundException("the demo has no file " + name);
            }
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
