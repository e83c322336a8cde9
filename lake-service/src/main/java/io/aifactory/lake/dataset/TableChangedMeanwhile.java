package io.aifactory.lake.dataset;

/** Somebody else saved the table after this run had begun, so what the run has made may be of older data. It has to begin anew. */
public final class TableChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TableChangedMeanwhile(TableId table) {
        super(table + " was saved by another run meanwhile");
    }
}
