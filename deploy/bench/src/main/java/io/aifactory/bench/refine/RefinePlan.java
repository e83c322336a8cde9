package io.aifactory.bench.refine;

import io.aifactory.bench.lake.Limits;
import io.aifactory.contracts.events.EngineChoice;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and how much of it.
 *
 * @param rows how many rows all datasets of a case have together
 * @param datasets how many datasets, one case each, in growing order
 * @param rounds how often each way does each case
 * @param limits what the engine may use
 * @param seed decides the data
 * @param engine what the factory refines with
 * @param sparkJars the folder with the jars of a Spark; absent: Spark is left out
 */
record RefinePlan(
        long rows,
        List<Integer> datasets,
        int rounds,
        Limits limits,
        long seed,
        EngineChoice engine,
        @Nullable String sparkJars) {

    private static final int MOST_DATASETS = 300;
    private static final int FEWEST_ROWS = 100;

    RefinePlan {
        datasets = datasets.stream().sorted().distinct().toList();
        if (rounds < 1 || datasets.isEmpty() || datasets.get(0) < 1) {
            throw new IllegalArgumentException("there is at least one dataset and one round");
        }
        int most = datasets.get(datasets.size() - 1);
        if (most > MOST_DATASETS) {
            throw new IllegalArgumentException("there are at most %d datasets".formatted(MOST_DATASETS));
        }
        if (rows / most < FEWEST_ROWS) {
            throw new IllegalArgumentException("a dataset has at least %d rows".formatted(FEWEST_ROWS));
        }
    }

    /** Returns the same with Spark's jars in the given folder. */
    RefinePlan withSpark(Path jars) {
        return new RefinePlan(rows, datasets, rounds, limits, seed, engine, jars.toString());
    }
}
