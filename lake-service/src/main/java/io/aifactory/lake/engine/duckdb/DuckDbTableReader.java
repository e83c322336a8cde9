package io.aifactory.lake.engine.duckdb;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.EngineFailed;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.reading.FilePreparation;
import io.aifactory.lake.engine.reading.Prepared;
import io.aifactory.lake.engine.reading.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files with DuckDB, each in a sandboxed database of its own. */
final class DuckDbTableReader implements TableReader {

    private final Sandbox sandbox;
    private final FilePreparation preparation;

    DuckDbTableReader(Sandbox sandbox, FilePreparation preparation) {
        this.sandbox = sandbox;
        this.preparation = preparation;
    }

    /** Lines that are rows, as nearly all are, are read as they stand; where one is not, all are looked at one by one. */
    @Override
    public StagedFile read(InputFile file, @Nullable FileForm form, Path staged) {
        try (var scratch = new Scratch(staged)) {
            Prepared prepared = preparation.prepare(file, form, scratch);
            try {
                return stage(file, prepared, scratch, staged);
            } catch (IrregularLines e) {
                return stage(file, preparation.readOneByOne(e.lines(), form, scratch), scratch, staged);
            }
        } catch (IOException e) {
            throw new EngineFailed("cannot remove scratch files of " + file.name(), e);
        }
    }

    private StagedFile stage(InputFile file, Prepared prepared, Scratch scratch, Path staged) {
        return sandbox.work(
                "stage " + file.name(), staged, List.of(prepared.file()), database -> new Staging(database, file)
                        .stage(prepared, scratch, staged));
    }
}
