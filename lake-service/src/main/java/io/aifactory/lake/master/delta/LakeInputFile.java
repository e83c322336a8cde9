package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.LakeStorage;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;

/** A file of a table's log, to read. */
final class LakeInputFile implements InputFile {

    private final LakeStorage storage;
    private final String name;

    LakeInputFile(LakeStorage storage, String name) {
        this.storage = storage;
        this.name = name;
    }

    @Override
    public long length() throws IOException {
        return Door.through(() -> storage.find(LakeFileIo.pathOf(name)))
                .orElseThrow(() -> new FileNotFoundException(name))
                .bytes();
    }

    @Override
    public String path() {
        return name;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return LocalCopyStream.of(Door.through(() -> storage.localCopy(LakeFileIo.pathOf(name))));
    }
}
