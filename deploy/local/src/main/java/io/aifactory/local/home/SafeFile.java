package io.aifactory.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file whole or not at all: aside first, then by rename. */
public final class SafeFile {

    private SafeFile() {}

    /** Writes text. */
    public static void write(Path file, String text) {
        write(file, text, false);
    }

    /** Writes text that only the owner of the file may read. */
    public static void writeSecret(Path file, String text) {
        write(file, text, true);
    }

    private static void write(Path file, String text, boolean secret) {
        try {
            var folder = FactoryHome.made(FactoryHome.folderOf(file));
            var aside = Files.createTempFile(folder, ".", ".part");
            permit(aside, secret ? "rw-------" : "rw-r--r--");
            Files.writeString(aside, text);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can not write " + file, e);
        }
    }

    private static void permit(Path file, String permissions) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
