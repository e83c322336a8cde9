package io.aifactory.lake.dataset;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what the rows of a table look like. */
@FunctionalInterface
interface Sampler {

    /** Returns some rows, every value as text and bounded. */
    List<List<@Nullable String>> sample(Path table);
}
