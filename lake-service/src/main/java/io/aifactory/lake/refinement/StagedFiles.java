package io.aifactory.lake.refinement;

import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of one piece of work, read. */
final class StagedFiles {

    private final Lakes lakes;
    private final TableReader reader;
    private final ConfiguredModel model;
    private final Workspace workspace;
    private final Map<Long, Staged> staged = new HashMap<>();

    StagedFiles(Lakes lakes, TableReader reader, ConfiguredModel model, Workspace workspace) {
        this.lakes = lakes;
        this.reader = reader;
        this.model = model;
        this.workspace = workspace;
    }

    private record Staged(StagedFile content, Path file) {}

    /**
     * Returns what the file holds.
     *
     * @throws UnreadableFile if it can't be used as a table
     * @throws LakeFileNotFound if it is no longer there
     */
    StagedFile content(Arrival arrival) {
        return stage(arrival).content;
    }

    /** Returns where its rows are. */
    Path file(Arrival arrival) {
        return stage(arrival).file;
    }

    private Staged stage(Arrival arrival) {
        Staged known = staged.get(arrival.precedence());
        if (known == null) {
            known = read(arrival);
            staged.put(arrival.precedence(), known);
        }
        return known;
    }

    private Staged read(Arrival arrival) {
        Path target = workspace.newFile("staged.parquet");
        try (LocalCopy copy = lakes.of(arrival.file().environment()).localCopy(arrival.file())) {
            var input = new InputFile(arrival.file().path(), arrival.precedence(), copy.path());
            return new Staged(reader.read(input, model.formOf(arrival.file().dataset()), target), target);
        }
    }
}
