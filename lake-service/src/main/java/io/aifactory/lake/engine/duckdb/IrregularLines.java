package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.reading.Prepared;

/** Not all lines are rows, though they seemed to be. */
final class IrregularLines extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Prepared.Lines lines;

    IrregularLines(Prepared.Lines lines, String reason) {
        super(reason);
        this.lines = lines;
    }

    Prepared.Lines lines() {
        return lines;
    }
}
