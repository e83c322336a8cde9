package io.aifactory.lake.master.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeStorage;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;

/** A file of a table's log, to write: a commit, or what sums commits up. It is there whole or not at all. */
final class LakeOutputFile implements OutputFile {

    private final LakeStorage storage;
    private final String name;

    LakeOutputFile(LakeStorage storage, String name) {
        this.storage = storage;
        this.name = name;
    }

    @Override
    public String path() {
        return name;
    }

    @Override
    public PositionOutputStream create(boolean putIfAbsent) {
        return new WholeParquetStream(bytes -> Door.put(storage, name, !putIfAbsent, LakeContent.of(bytes)));
    }

    @Override
    public void writeAtomically(CloseableIterator<String> lines, boolean overwrite) throws IOException {
        Door.put(storage, name, overwrite, out -> {
            while (lines.hasNext()) {
                out.write((lines.next() + "\n").getBytes(UTF_8));
            }
        });
    }
}
