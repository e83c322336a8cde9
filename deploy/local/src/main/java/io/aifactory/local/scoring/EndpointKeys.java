package io.aifactory.local.scoring;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.SafeFile;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The endpoint keys this person made, in files only they can read, because the factory shows a key once only. */
final class EndpointKeys {

    private final Path folder;

    EndpointKeys(FactoryHome home) {
        this.folder = home.keys().resolve("endpoints");
    }

    Path keep(String environment, String project, String model, String key) {
        var file = file(environment, project, model);
        SafeFile.writeSecret(file, key);
        return file;
    }

    Optional<String> find(String environment, String project, String model) {
        var file = file(environment, project, model);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + file, e);
        }
    }

    /**
     * Returns the key a file holds.
     *
     * @throws Refusal if it holds none
     */
    static String inFile(Path file) {
        try {
            var key = Files.readString(file).strip();
            if (key.lines().count() == 1) {
                return key;
            }
            throw Refusal.of("%s holds no key: it has to be the only line.".formatted(file));
        } catch (IOException e) {
            throw Refusal.of("There is no readable key in " + file);
        }
    }

    private Path file(String environment, String project, String model) {
        return folder.resolve(String.join("-", project, model, environment).replaceAll("[^A-Za-z0-9_-]", "_"));
    }
}
