package io.aifactory.contracts.lake.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.lake.AccessList;
import io.aifactory.contracts.lake.LakeContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Records access lists, one file each. It records only: a laptop has one user, and the folder's own rights hold. */
final class FolderAccess {

    private static final String FILE = ".access";

    private final Path folder;
    private final Aside aside;

    FolderAccess(Path folder, Aside aside) {
        this.folder = folder;
        this.aside = aside;
    }

    AccessList get(String path) throws IOException {
        Path own = recordOf(folder.resolve(path));
        if (Files.isRegularFile(own)) {
            return AccessList.parse(Files.readString(own));
        }
        return path.isEmpty() ? AccessList.empty() : get(parentOf(path)).inherited();
    }

    void set(String path, AccessList access) throws IOException {
        Path own = recordOf(folder.resolve(path));
        if (Files.isRegularFile(own) && AccessList.parse(Files.readString(own)).equals(access)) {
            return;
        }
        Files.createDirectories(own.getParent());
        aside.write(LakeContent.of(access.toString().getBytes(UTF_8)), written -> replace(own, written));
    }

    void forget(String path) throws IOException {
        Files.deleteIfExists(recordOf(folder.resolve(path)));
    }

    private static Path replace(Path target, Path written) throws IOException {
        return Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path recordOf(Path mirrored) {
        return mirrored.resolve(FILE);
    }

    private static String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
