package io.aifactory.lake.engine.duckdb;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** What a piece of work puts into its folder, looked at every second. Work that puts too much there is stopped. */
final class DiskUse implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "disk-use");
        thread.setDaemon(true);
        return thread;
    });

    private final File folder;
    private final long most;
    private final Runnable stop;
    private final ScheduledFuture<?> looking;
    private volatile boolean exceeded;

    private DiskUse(File folder, long most, Runnable stop) {
        this.folder = folder;
        this.most = most;
        this.stop = stop;
        this.looking = CLOCK.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Begins to look.
     *
     * @param most how much may be put there from now on; absent: half of what the disk has left
     * @param stop what stops the work; it is called until the work has ended
     */
    static DiskUse watch(Path folder, @Nullable DataSize most, Runnable stop) {
        File place = folder.toFile();
        long more = most == null ? place.getUsableSpace() / 2 : most.toBytes();
        return new DiskUse(place, size(place) + more, stop);
    }

    boolean isExceeded() {
        return exceeded;
    }

    private void look() {
        if (size(folder) > most) {
            exceeded = true;
            stop.run();
        }
    }

    /** What goes while it is looked at takes no room. */
    private static long size(File file) {
        File[] inside = file.listFiles();
        return inside == null
                ? file.length()
                : Arrays.stream(inside).mapToLong(DiskUse::size).sum();
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
