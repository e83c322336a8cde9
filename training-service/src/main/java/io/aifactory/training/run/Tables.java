package io.aifactory.training.run;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.training.table.Table;
import io.aifactory.training.table.TableReader;
import org.springframework.stereotype.Component;

/** Reads dataset versions from the lake into memory. */
@Component
class Tables {

    private final Lakes lakes;
    private final TableReader reader;

    Tables(Lakes lakes, TableReader reader) {
        this.lakes = lakes;
        this.reader = reader;
    }

    Table read(DatasetReference dataset) {
        try (var copy = lakes.of(dataset.file()).localCopy(LakePaths.parse(dataset.file()))) {
            return reader.read(copy.path());
        }
    }
}
