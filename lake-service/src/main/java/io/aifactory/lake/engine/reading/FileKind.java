package io.aifactory.lake.engine.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of files that can be read, and how they are called. */
enum FileKind {
    CSV(".csv", ".txt"),
    TSV(".tsv"),
    JSON_LINES(".jsonl", ".ndjson"),
    JSON(".json"),
    PARQUET(".parquet"),
    EXCEL(".xlsx", ".xlsm");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    boolean isText() {
        return this == CSV || this == TSV || this == JSON_LINES || this == JSON;
    }

    static Optional<FileKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }
}
