package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.EngineFailed;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a worker when there is work, which is done one piece after the other: each may use all of Spark. */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final SparkProperties properties;
    private final Path log;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "spark-idle");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Worker worker;
    private @Nullable ScheduledFuture<?> end;

    /**
     * Takes what to start.
     *
     * @param log where workers write what they have to say
     */
    Workers(SparkProperties properties, Path log) {
        this.properties = properties;
        this.log = log;
    }

    /**
     * Does a piece of work.
     *
     * @throws EngineFailed if a statement fails
     */
    <T> T work(String what, Function<Worker, T> work) {
        lock.lock();
        try {
            stay();
            return work.apply(ready());
        } catch (SparkFailed e) {
            throw new EngineFailed("cannot " + what, e);
        } finally {
            stopWhenIdle();
            lock.unlock();
        }
    }

    private Worker ready() {
        Worker present = worker;
        if (present == null || !present.isAlive()) {
            LOG.info("Starting Spark; what it says is in {}", log);
            present = Worker.start(WorkerCommand.of(properties), properties.longestStart(), log);
            worker = present;
        }
        return present;
    }

    private void stay() {
        if (end != null) {
            end.cancel(false);
        }
    }

    private void stopWhenIdle() {
        end = clock.schedule(this::stop, properties.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stop() {
        lock.lock();
        try {
            if (worker != null) {
                worker.close();
                worker = null;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        stop();
    }
}
