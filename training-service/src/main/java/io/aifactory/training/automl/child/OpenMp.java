package io.aifactory.training.automl.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The library of the operating system that LightGBM and XGBoost need on Linux. */
final class OpenMp {

    static final String REMEDY =
            "LightGBM and XGBoost can't be loaded. They need the OpenMP library libgomp1 and glibc: "
                    + "apt-get install libgomp1 (Debian, Ubuntu) or dnf install libgomp (Fedora, RHEL); Alpine can't run them";

    private static final String FILE = "libgomp.so.1";

    private OpenMp() {}

    /** Whether the library is where this operating system keeps it; true where none is needed. */
    static boolean isInstalled() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || folders().anyMatch(folder -> Files.exists(folder.resolve(FILE)));
    }

    private static Stream<Path> folders() {
        var system = Stream.of(
                "/lib",
                "/lib64",
                "/usr/lib",
                "/usr/lib64",
                "/usr/local/lib",
                "/lib/x86_64-linux-gnu",
                "/usr/lib/x86_64-linux-gnu",
                "/lib/aarch64-linux-gnu",
                "/usr/lib/aarch64-linux-gnu");
        var configured = System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
        return Stream.concat(system, Arrays.stream(configured.split(":")).filter(path -> !path.isBlank()))
                .map(Path::of);
    }
}
