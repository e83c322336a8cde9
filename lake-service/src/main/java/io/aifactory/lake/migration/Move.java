package io.aifactory.lake.migration;

import io.aifactory.contracts.lake.ForeignFile;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.lake.dataset.TableId;

/** A file that is to be moved. */
sealed interface Move {

    /** Returns where it lies. */
    ForeignFile source();

    /** Returns where it is to lie, in words where that is known only when it is moved. */
    String destination();

    /**
     * A file that came in goes where such files come in now, and becomes an arrival.
     *
     * @param source where it lies
     * @param target where it is to lie
     */
    record OfIncoming(ForeignFile source, InFile target) implements Move {
        @Override
        public String destination() {
            return target.path();
        }
    }

    /**
     * A table that was made becomes the next version.
     *
     * @param source where it lies
     * @param table of what it becomes a version
     */
    record OfTable(ForeignFile source, TableId table) implements Move {
        @Override
        public String destination() {
            return table + ", its next version";
        }
    }
}
