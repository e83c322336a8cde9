package io.aifactory.scoring.batch;

import io.aifactory.scoring.deployment.LiveModel;
import java.nio.file.Path;

/** Scores a Parquet file of any length in bounded memory. */
public interface BatchEngine {

    /**
     * Writes all rows of the input in their order, each with its score: {@code prediction}, and of a classification
     * one {@code predict_proba_<class>} per class. Returns how many.
     *
     * @throws BatchRefused if the model can't score the rows, with every reason up to a sensible number
     */
    long score(Path input, LiveModel model, Path output);
}
