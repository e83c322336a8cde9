package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A service's executable jar, taken apart once: from loose jars it starts faster, and a build does not pull the rug from under it. */
public final class ServiceJar {

    private final Path jar;
    private final Path folder;

    private ServiceJar(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Returns the jar of the given service as it was last built. */
    public static ServiceJar of(FactoryHome home, ServiceName service) {
        var target = home.project().resolve(service.module()).resolve("target");
        var jar = built(target, service);
        var edition = "%s-%x".formatted(service.module(), jar.toFile().lastModified());
        return new ServiceJar(jar, home.app().resolve(edition));
    }

    /** Returns the jar to run, taken apart if it is not yet. */
    public Path extracted() {
        if (!Files.exists(folder)) {
            extract();
        }
        return folder.resolve(jar.getFileName());
    }

    private static Path built(Path target, ServiceName service) {
        try (var files = Files.exists(target) ? Files.list(target) : Stream.<Path>empty()) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches(service.module() + "-[0-9][^/]*(?<!-tests|-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            Refusal.of("The %s is not built: there is no jar in %s. Run ./mvnw -DskipTests package"
                                    .formatted(service.module(), target)));
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + target, e);
        }
    }

    private void extract() {
        var aside = folder.resolveSibling(folder.getFileName() + ".part");
        var command = List.of(
                JavaCommand.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                aside.toString());
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IOException(said);
            }
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can not take %s apart".formatted(jar), e);
        }
    }
}
