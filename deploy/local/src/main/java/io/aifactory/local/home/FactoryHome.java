package io.aifactory.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The folder everything of the laptop's factory lies in: {@code .factory} unless {@code FACTORY_HOME} says otherwise. Deleting it
 * while nothing runs leaves no trace.
 *
 * @param root the folder, absolute
 * @param project the folder of the project's sources, whose builds are run
 */
public record FactoryHome(Path root, Path project) {

    public FactoryHome {
        root = root.toAbsolutePath().normalize();
        project = project.toAbsolutePath().normalize();
    }

    /** Returns the folder this process was started for. */
    public static FactoryHome current() {
        var project = Path.of(System.getProperty("factory.project", "."));
        var home =
                System.getProperty("factory.home", project.resolve(".factory").toString());
        return new FactoryHome(Path.of(home), project);
    }

    /** Returns where the environments' lakes lie: {@code <env>/lake3/}. */
    public Path lake() {
        return root.resolve("lake");
    }

    /** Returns where each process writes its log. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Returns the log of the named process. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Returns where the record of what runs lies. */
    public Path run() {
        return root.resolve("run");
    }

    /** Returns where unpacked programs lie. */
    public Path app() {
        return root.resolve("app");
    }

    /** Returns where PostgreSQL keeps its data. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Returns where the bus keeps its messages. */
    public Path bus() {
        return root.resolve("bus");
    }

    /** Returns where keys and passwords lie, readable by their owner only. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Returns where the groups of people lie. */
    public Path groups() {
        return root.resolve("directory").resolve("groups");
    }

    /** Returns the entities of the bus. */
    public Path busConfig() {
        return project.resolve("deploy").resolve("Config.json");
    }

    /** Returns the folder the given file lies in. */
    public static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    /** Makes the given folder when it is not there yet and returns it. */
    public static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can not make the folder " + folder, e);
        }
    }
}
