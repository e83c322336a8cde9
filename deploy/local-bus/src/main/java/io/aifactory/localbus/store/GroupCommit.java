package io.aifactory.localbus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who waits for it when the changes made so far are on disk. All that happens while one sync runs shares the next,
 * so the cost of a sync is paid once for many messages. Everything but the sync itself runs on the thread of the bus.
 */
public final class GroupCommit {

    private static final Logger logger = LoggerFactory.getLogger(GroupCommit.class);

    private final FileMessageLog log;
    private final Executor bus;
    private final Executor disk;
    private final Consumer<Throwable> onFailure;
    private List<Runnable> waiting = new ArrayList<>();
    private boolean planned;
    private boolean syncing;
    private boolean failed;

    /**
     * @param bus runs a task on the thread of the bus, after those already there
     * @param disk runs a task on a thread that may block
     * @param onFailure gets to know when the disk refuses; nothing is confirmed from then on
     */
    public GroupCommit(FileMessageLog log, Executor bus, Executor disk, Consumer<Throwable> onFailure) {
        this.log = log;
        this.bus = bus;
        this.disk = disk;
        this.onFailure = onFailure;
    }

    /** Runs the task, on the thread of the bus, once all changes made until now are on disk. */
    public void whenDurable(Runnable task) {
        waiting.add(task);
        plan();
    }

    /** Brings changes to disk that nobody waits for. */
    public void flush() {
        plan();
    }

    private void plan() {
        if (!planned && !syncing) {
            planned = true;
            bus.execute(this::commit);
        }
    }

    private void commit() {
        planned = false;
        List<Runnable> batch = waiting;
        waiting = new ArrayList<>();
        if (written()) {
            syncing = true;
            disk.execute(() -> sync(batch));
        } else if (!failed) {
            batch.forEach(GroupCommit::run);
        }
    }

    private boolean written() {
        try {
            return !failed && log.write();
        } catch (RuntimeException error) {
            fail(error);
            return false;
        }
    }

    private void fail(RuntimeException error) {
        failed = true;
        onFailure.accept(error);
    }

    /** One confirmation that goes wrong must not keep the others from being sent. */
    private static void run(Runnable confirmation) {
        try {
            confirmation.run();
        } catch (RuntimeException error) {
            logger.error("A confirmation could not be sent", error);
        }
    }

    private void sync(List<Runnable> batch) {
        try {
            log.sync();
        } catch (RuntimeException error) {
            bus.execute(() -> fail(error));
            return;
        }
        confirmLater(batch);
    }

    private void confirmLater(List<Runnable> batch) {
        try {
            bus.execute(() -> confirm(batch));
        } catch (RejectedExecutionException closed) {
            // the bus has been closed meanwhile, and with it everybody who waited
            logger.debug("Closed before {} confirmations could be sent", batch.size());
        }
    }

    private void confirm(List<Runnable> batch) {
        syncing = false;
        batch.forEach(GroupCommit::run);
        if (!waiting.isEmpty()) {
            plan();
        }
    }
}
