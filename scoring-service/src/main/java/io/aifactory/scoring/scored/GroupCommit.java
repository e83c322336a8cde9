package io.aifactory.scoring.scored;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Brings together what arrives while the last group is being committed, so that many small commits cost as much as one.
 * One thread commits; each item's future ends with its group.
 *
 * @param <T> what is committed
 */
final class GroupCommit<T> implements AutoCloseable {

    private final Consumer<List<T>> commit;
    private final int largest;
    private final BlockingQueue<Waiting<T>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts the committing thread.
     *
     * @param commit commits all or, by throwing, none
     * @param largest items in a group at most
     */
    GroupCommit(String name, Consumer<List<T>> commit, int largest) {
        this.commit = commit;
        this.largest = largest;
        this.thread = new Thread(this::commitUntilClosed, name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Adds an item to the next group; the future ends once it is committed, or with the reason why it is not. */
    CompletableFuture<Void> add(T item) {
        var waiting = new Waiting<>(item, new CompletableFuture<>());
        queue.add(waiting);
        if (closed && queue.remove(waiting)) {
            waiting.done().completeExceptionally(new IllegalStateException("closed"));
        }
        return waiting.done();
    }

    /** Commits what has been added and ends. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join();
    }

    private void commitUntilClosed() {
        while (!closed) {
            try {
                commitGroup(queue.take());
            } catch (InterruptedException e) {
                // only close() interrupts, and what is left is committed below
                break;
            }
        }
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            commitGroup(next);
        }
    }

    private void commitGroup(Waiting<T> first) {
        var group = new ArrayList<Waiting<T>>();
        group.add(first);
        queue.drainTo(group, largest - 1);
        try {
            commit.accept(group.stream().map(Waiting::item).toList());
            group.forEach(waiting -> waiting.done().complete(null));
        } catch (RuntimeException | Error e) {
            // also an error must not end the only thread that commits; whoever waits is told
            group.forEach(waiting -> waiting.done().completeExceptionally(e));
        }
    }

    private record Waiting<T>(T item, CompletableFuture<Void> done) {}
}
