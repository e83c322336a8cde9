package io.aifactory.training.automl.child;

import io.aifactory.contracts.model.RowRefused;
import io.aifactory.training.automl.Learner;
import io.aifactory.training.automl.Search;
import io.aifactory.training.automl.SearchOrder;
import io.aifactory.training.automl.SearchOutcome;
import io.aifactory.training.automl.SearchRefused;
import io.aifactory.training.automl.lightgbm.LightGbmLearner;
import io.aifactory.training.automl.xgboost.XgboostLearner;
import io.aifactory.training.table.TableUnreadable;
import io.aifactory.training.table.duckdb.DuckDbTableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child's main class. Its one argument is the job file; its exit code is the {@link JobStatus}. It ends at once when
 * its standard input is closed, that is, when the service that started it is gone.
 */
public final class SearchJob {

    private static final Logger LOG = LoggerFactory.getLogger(SearchJob.class);
    private static final int ABANDONED = 9;

    private final Clock clock;

    private SearchJob(Clock clock) {
        this.clock = clock;
    }

    /** Runs the job of a job file and ends the JVM. */
    public static void main(String[] arguments) throws IOException {
        endWithParent();
        var job = Path.of(arguments[0]).toAbsolutePath();
        var files = new JobFiles(job.resolveSibling("").normalize());
        var result = new SearchJob(Clock.systemUTC()).run(job, files);
        files.writeResult(result);
        LOG.info("{} {}", result.status(), result.reason());
        // not exit: what the native libraries do at exit can only go wrong
        Runtime.getRuntime().halt(result.status().exitCode());
    }

    // the one place that must turn whatever happens into an answer
    @SuppressWarnings("CatchingUnchecked")
    private JobResult run(Path job, JobFiles files) {
        try {
            return completed(JobFiles.readOrder(job), files);
        } catch (SearchRefused | TableUnreadable | RowRefused e) {
            return JobResult.without(JobStatus.REFUSED, String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            LOG.error("A native library can't be loaded", e);
            return JobResult.without(JobStatus.LIBRARY_MISSING, OpenMp.REMEDY);
        } catch (Exception | OutOfMemoryError e) {
            LOG.error("The search broke", e);
            return JobResult.without(JobStatus.BROKEN, e.toString());
        }
    }

    private JobResult completed(SearchOrder order, JobFiles files) throws IOException {
        var start = clock.instant();
        var outcome = search(order);
        outcome.artifact().write(files.model());
        files.writeLeaderboard(outcome.leaderboard());
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return new JobResult(
                JobStatus.COMPLETED,
                "",
                outcome.artifact().sha256(),
                outcome.algorithm(),
                order.settings().metric().label(),
                outcome.cvScore(),
                outcome.rows(),
                outcome.leftOut(),
                seconds);
    }

    private SearchOutcome search(SearchOrder order) {
        var settings = order.settings();
        var reader = new DuckDbTableReader("512MB", settings.threads());
        List<Learner> learners = List.of(
                new LightGbmLearner(settings.seed(), settings.threads()),
                new XgboostLearner(settings.seed(), settings.threads()));
        return new Search(learners, clock).search(reader.read(order.train()), reader.read(order.validate()), settings);
    }

    private static void endWithParent() {
        var watch = new Thread(SearchJob::waitForParentsEnd, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void waitForParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // the service writes nothing; the end of the stream is the news
            }
        } catch (IOException e) {
            LOG.warn("Standard input broke, taken for its end", e);
        }
        Runtime.getRuntime().halt(ABANDONED);
    }
}
