package io.aifactory.bench.refine;

import java.nio.file.Path;
import java.util.List;

/** One of the ways in which files are refined. */
interface Way {

    /** Returns what it took to refine the given files, each a dataset of its own; what was made is gone afterwards. */
    Effort refine(List<Path> files);
}
