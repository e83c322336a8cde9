package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.QueryReader;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableFinisher;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.sql.MergeStep;
import io.aifactory.lake.engine.sql.Session;
import io.aifactory.lake.engine.sql.SilverStep;
import io.aifactory.lake.engine.sql.SplitStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refines with Spark what takes much: typing and checking, comparing, joining, splitting. What only reads rows once the embedded
 * engine does, so that files, statistics and fingerprints are the same, whoever made the rows. All files lie where Spark's
 * executors find them by the same path.
 */
final class SparkEngine implements RefinementEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SparkEngine.class);

    private final Workers workers;
    private final Duration longestStatement;
    private final RefinementEngine embedded;
    private final QueryReader queries;
    private final TableFinisher finisher;

    SparkEngine(
            Workers workers,
            Duration longestStatement,
            RefinementEngine embedded,
            QueryReader queries,
            TableFinisher finisher) {
        this.workers = workers;
        this.longestStatement = longestStatement;
        this.embedded = embedded;
        this.queries = queries;
        this.finisher = finisher;
    }

    @Override
    public void thinOut(Path table, @Nullable String key, long rows, Path thinned) {
        embedded.thinOut(table, key, rows, thinned);
    }

    @Override
    public TableProfile profile(Path table) {
        return embedded.profile(table);
    }

    @Override
    public TableProfile bronze(List<Path> staged, Path bronze) {
        return embedded.bronze(staged, bronze);
    }

    @Override
    public SilverOutcome silver(Path bronze, SilverRules rules, Map<String, Path> others, Path silver, Path bad) {
        Path badRows = bad.resolveSibling(bad.getFileName() + ".parquet");
        return work(
                "make silver",
                session -> new SilverStep(session, rules, others).refine(bronze, silver, badRows),
                () -> finisher.outcome(silver, badRows, bad));
    }

    @Override
    public TableProfile merge(MergePlan plan, Path merged) {
        return work("merge", session -> new MergeStep(session, plan).merge(merged), () -> embedded.profile(merged));
    }

    @Override
    public List<TableProfile> split(Path table, SplitPlan plan) {
        return work("split", session -> new SplitStep(session, table, plan).split(), () -> plan.parts().stream()
                .map(part -> embedded.profile(part.target()))
                .toList());
    }

    private <T> T work(String what, Consumer<Session> work, Supplier<T> finish) {
        long begin = System.nanoTime();
        workers.work(what, worker -> {
            work.accept(new WorkerSession(worker, longestStatement, queries, finisher));
            return what;
        });
        T finished = finish.get();
        LOG.debug(
                "{} took {} ms",
                what,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
        return finished;
    }
}
