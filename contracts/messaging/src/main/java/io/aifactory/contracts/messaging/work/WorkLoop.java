package io.aifactory.contracts.messaging.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Threads that work as long as there is work, then rest until they are woken. Trouble makes them pause, never end. */
public final class WorkLoop implements SmartLifecycle {

    /** One piece of work. */
    public interface Work {

        /** Does the next piece, if there is one, and returns whether there was. */
        boolean workOnce();
    }

    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Work work;
    private final WakeUp wakeUp;
    private final WakeUp stopping = new WakeUp();
    private final Duration rest;
    private final int threadCount;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param name what the threads are called
     * @param rest how long they rest when there was nothing to do and nobody woke them
     */
    public WorkLoop(String name, Work work, WakeUp wakeUp, Duration rest, int threadCount) {
        this.name = name;
        this.work = work;
        this.wakeUp = wakeUp;
        this.rest = rest;
        this.threadCount = threadCount;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int number = 1; number <= threadCount; number++) {
            var thread = new Thread(this::run, name + "-" + number);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        try {
            while (running) {
                if (!workedWithoutTrouble()) {
                    wakeUp.await(rest);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean workedWithoutTrouble() throws InterruptedException {
        try {
            return work.workOnce();
        } catch (RuntimeException e) {
            pauseAfter(e);
            return false;
        } catch (Error e) {
            LOG.error("{} goes on after an error", name, e);
            pauseAfter(e);
            return false;
        }
    }

    private void pauseAfter(Throwable trouble) throws InterruptedException {
        if (running) {
            LOG.warn("{} pauses for {}: {}", name, PAUSE_AFTER_TROUBLE, trouble.toString());
            stopping.await(PAUSE_AFTER_TROUBLE);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(thread -> {
            wakeUp.call();
            stopping.call();
        });
        threads.forEach(WorkLoop::awaitEnd);
        threads.clear();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
