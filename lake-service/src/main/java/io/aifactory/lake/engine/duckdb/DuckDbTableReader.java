package io.aifactory.lake.engine.duckdb;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.UnreadableFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files with DuckDB, each in a sandboxed database of its own. */
final class DuckDbTableReader implements TableReader {

    private final Sandbox sandbox;

    DuckDbTableReader(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public StagedFile read(InputFile file, @Nullable FileForm form, Path staged) {
        if (form != null) {
            throw new UnreadableFile(
                    "its dataset says how files are written, which can't be acted on yet; take 'form' out of its settings");
        }
        return sandbox.work("stage " + file.name(), staged, List.of(file.local()), database -> new Staging(database)
                .stage(file, staged));
    }
}
