package io.aifactory.local.postgres;

import io.aifactory.local.home.FactoryHome;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this machine, unpacked once from the libraries. */
final class PostgresProgram {

    private final Path folder;

    private PostgresProgram(Path folder) {
        this.folder = folder;
    }

    /** Returns the programs below the given folder; they are unpacked when they are not there. */
    static PostgresProgram in(Path app) {
        var folder = app.resolve("postgres-17");
        if (!Files.exists(folder)) {
            unpack(folder);
        }
        return new PostgresProgram(folder);
    }

    /** Returns the command line that runs a program of PostgreSQL; it refuses to be root, so root gives itself up first. */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (root()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void unpack(Path folder) {
        var aside = folder.resolveSibling(folder.getFileName() + ".part");
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine());
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            FactoryHome.made(aside);
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, aside);
            }
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can not unpack PostgreSQL to " + folder, e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leads out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            FactoryHome.made(target);
        } else if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            FactoryHome.made(FactoryHome.folderOf(target));
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            allow(target, entry.getMode());
        }
    }

    private static void allow(Path target, int mode) throws IOException {
        if ((mode & 0b001_000_000) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("can not make " + target + " executable");
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        return ArchUtils.normalize(System.getProperty("os.arch"));
    }
}
