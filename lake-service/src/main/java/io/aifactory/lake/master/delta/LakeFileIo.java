package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.StoredFile;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Lets the kernel see one environment's lake, and only through its door: what it calls {@code /master/…} is the path
 * {@code master/…} of the lake's grammar. Only the folder's own files are listed; a log has none that count below it.
 */
final class LakeFileIo implements FileIO {

    private static final String ROOT = "/";

    private final LakeStorage storage;

    LakeFileIo(LakeStorage storage) {
        this.storage = storage;
    }

    /** Returns how the kernel names a path of the lake. */
    static String nameOf(LakePath path) {
        return ROOT + path.path();
    }

    /** Returns the path of the lake that the kernel means. */
    static LakePath pathOf(String name) {
        return LakePaths.parse(name.startsWith(ROOT) ? name.substring(ROOT.length()) : name);
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String name) throws IOException {
        int slash = name.lastIndexOf('/');
        String folder = name.substring(0, slash);
        List<StoredFile> files = Door.through(() -> storage.list(pathOf(folder)));
        if (files.isEmpty()) {
            throw new FileNotFoundException(folder);
        }
        return Utils.toCloseableIterator(files.stream()
                .map(LakeFileIo::status)
                .filter(file -> file.getPath().lastIndexOf('/') == slash)
                .filter(file -> file.getPath().compareTo(name) >= 0)
                .iterator());
    }

    @Override
    public FileStatus getFileStatus(String name) throws IOException {
        return Door.through(() -> storage.find(pathOf(name)))
                .map(LakeFileIo::status)
                .orElseThrow(() -> new FileNotFoundException(name));
    }

    @Override
    public String resolvePath(String name) {
        return name;
    }

    @Override
    public boolean mkdirs(String name) throws IOException {
        return Door.through(() -> {
            storage.createFolder(pathOf(name));
            return true;
        });
    }

    @Override
    public InputFile newInputFile(String name, long length) {
        return new LakeInputFile(storage, name);
    }

    @Override
    public OutputFile newOutputFile(String name) {
        return new LakeOutputFile(storage, name);
    }

    @Override
    public boolean delete(String name) throws IOException {
        return Door.through(() -> storage.delete(pathOf(name)));
    }

    @Override
    public Optional<String> getConf(String key) {
        return Optional.empty();
    }

    @Override
    public void copyFileAtomically(String from, String to, boolean overwrite) throws IOException {
        Door.put(storage, to, overwrite, out -> {
            try (var in = Door.through(() -> storage.open(pathOf(from)))) {
                in.transferTo(out);
            }
        });
    }

    private static FileStatus status(StoredFile file) {
        return FileStatus.of(ROOT + file.path(), file.bytes(), file.modifiedAt().toEpochMilli());
    }
}
