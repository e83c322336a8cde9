package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Spark, where it was built. It is no part of what everybody's laptop needs. */
public final class BuiltSpark {

    private BuiltSpark() {}

    /** Returns the class path of the program that runs statements with it; empty if it was not built. */
    public static Optional<String> of(FactoryHome home) {
        Path target = home.project().resolve("deploy/spark/target").toAbsolutePath();
        return Files.isDirectory(target.resolve("lib"))
                ? Optional.of(target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*")
                : Optional.empty();
    }
}
