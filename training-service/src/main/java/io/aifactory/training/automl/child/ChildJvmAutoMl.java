package io.aifactory.training.automl.child;

import io.aifactory.training.automl.AutoMl;
import io.aifactory.training.automl.SearchBroken;
import io.aifactory.training.automl.SearchOrder;
import io.aifactory.training.automl.SearchRefused;
import io.aifactory.training.automl.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches in a child JVM with an environment of its own, a limited heap, and an end: a timeout, an interrupt, and the
 * end of this process end it too. A crash of a native library takes the search, not the service.
 */
public final class ChildJvmAutoMl implements AutoMl {

    private static final Logger LOG = LoggerFactory.getLogger(ChildJvmAutoMl.class);

    private static final long SMALL_BYTES = 8L * 1024 * 1024;

    private final int heapMegabytes;
    private final Duration grace;

    /**
     * Children with these limits.
     *
     * @param heapMegabytes their largest heap
     * @param grace how long a search may take beyond its time budget, for its last candidate and the final model
     */
    public ChildJvmAutoMl(int heapMegabytes, Duration grace) {
        this.heapMegabytes = heapMegabytes;
        this.grace = grace;
        if (!OpenMp.isInstalled()) {
            LOG.error("No model can be trained: {}", OpenMp.REMEDY);
        }
    }

    @Override
    public SearchResult search(SearchOrder order) throws InterruptedException {
        var files = new JobFiles(order.folder().toAbsolutePath());
        try {
            files.writeOrder(order);
            var process = start(order, files);
            try {
                int exitCode = waitFor(process, order, files);
                return result(files, exitCode);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new SearchBroken("The search in %s failed: %s".formatted(files.folder(), e.getMessage()), e);
        }
    }

    private Process start(SearchOrder order, JobFiles files) throws IOException {
        var builder = new ProcessBuilder(ChildCommand.of(files.job(), heapMegabytes, isSmall(order)))
                .directory(files.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(files.log().toFile());
        var environment = builder.environment();
        // nothing of ours, which may hold secrets; and no OpenMP thread may spin while it waits
        environment.keySet().retainAll(Set.of("PATH", "LANG", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "SystemRoot"));
        environment.putAll(Map.of(
                "CLASSPATH", ChildCommand.classPath(),
                "OMP_WAIT_POLICY", "passive",
                "OMP_NUM_THREADS", Integer.toString(order.settings().threads()),
                "HOME", files.folder().toString()));
        return builder.start();
    }

    private static boolean isSmall(SearchOrder order) throws IOException {
        return Files.size(order.train()) < SMALL_BYTES;
    }

    private int waitFor(Process process, SearchOrder order, JobFiles files) throws InterruptedException {
        var limit = order.settings().timeBudget().plus(grace);
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new SearchBroken(
                    "The search took longer than %s and was ended, its log is %s".formatted(limit, files.log()));
        }
        return process.exitValue();
    }

    private static SearchResult result(JobFiles files, int exitCode) throws IOException {
        if (!Files.exists(files.result())) {
            throw new SearchBroken(
                    "The search ended with exit code %d, its log is %s".formatted(exitCode, files.log()));
        }
        var result = files.readResult();
        return switch (result.status()) {
            case COMPLETED -> completed(files, result);
            case REFUSED -> throw new SearchRefused(result.reason());
            case LIBRARY_MISSING -> throw new SearchBroken(result.reason());
            case BROKEN ->
                throw new SearchBroken("The search broke: %s, its log is %s".formatted(result.reason(), files.log()));
        };
    }

    private static SearchResult completed(JobFiles files, JobResult result) throws IOException {
        return new SearchResult(
                files.model(),
                result.sha256(),
                result.algorithm(),
                result.metric(),
                result.cvScore(),
                result.rows(),
                result.leftOut(),
                files.readLeaderboard(),
                result.seconds());
    }
}
