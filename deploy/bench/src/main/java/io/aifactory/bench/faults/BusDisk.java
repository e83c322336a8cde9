package io.aifactory.bench.faults;

import io.aifactory.local.home.FactoryHome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The disk the bus writes to. It can be filled only if it is one of its own: a small file system in memory, which takes
 * root and a system that lets it mount.
 */
final class BusDisk implements AutoCloseable {

    private static final String SIZE = "size=1500m";
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Optional<String> obstacle;

    BusDisk(Path folder) {
        this.folder = folder;
        this.obstacle = mount(folder);
    }

    /** Returns where the bus writes. */
    Path data() {
        return FactoryHome.made(folder.resolve("data"));
    }

    /** Returns why it can't be filled; nothing if it can. */
    Optional<String> obstacle() {
        return obstacle;
    }

    /** Takes all the room that is left. */
    void fill() {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            var chunk = new byte[CHUNK];
            while (true) {
                filler.write(chunk);
            }
        } catch (IOException full) {
            if (!Files.exists(filler())) {
                throw new UncheckedIOException("can not fill " + folder, full);
            }
        }
    }

    /** Gives the room back. */
    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException("can not free " + folder, e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static Optional<String> mount(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("only root can mount a disk to fill");
        }
        var said = run(List.of("mount", "-t", "tmpfs", "-o", SIZE, "factory-bench", folder.toString()));
        return said.isEmpty() ? Optional.empty() : Optional.of("no disk to fill: " + said);
    }

    @Override
    public void close() {
        if (obstacle.isEmpty()) {
            var said = run(List.of("umount", folder.toString()));
            if (!said.isEmpty()) {
                throw new IllegalStateException("can not give back " + folder + ": " + said);
            }
        }
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            int code = process.onExit().join().exitValue();
            return code == 0 ? "" : said.strip() + " (" + code + ")";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
