package io.aifactory.local.storagewatch;

import io.aifactory.local.bus.QueueSender;
import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the factory about every file that arrives or changes in an {@code in} folder of its lakes, however it got there. A file
 * counts as arrived when it did not change for a moment. Each state of a file is told at least once, also when the bus or this
 * process was away meanwhile.
 */
public final class StorageWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(StorageWatcher.class);
    private static final String QUEUE = "lake-storage-events";
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration STILL = Duration.ofMillis(600);

    private final InFolders folders;
    private final SentEvents sent;
    private final StorageEvents events;
    private final Clock clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private Map<SeenFile, Instant> still = Map.of();

    StorageWatcher(Path lake, Path memory, StorageEvents events, Clock clock) {
        this.folders = new InFolders(lake);
        this.sent = SentEvents.in(memory);
        this.events = events;
        this.clock = clock;
    }

    /** Returns the watcher of the given factory. */
    public static StorageWatcher of(FactoryHome home, BusAddress bus, Clock clock) {
        var sender = new QueueSender(bus, QUEUE);
        var memory = FactoryHome.made(home.run()).resolve("storage-events.tsv");
        return new StorageWatcher(
                home.lake(),
                memory,
                event -> sender.send(event.id(), "application/cloudevents+json; charset=utf-8", event.body()),
                clock);
    }

    /** Starts to watch. */
    public void start() {
        var unused = looks.scheduleWithFixedDelay(this::lookGuarded, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends watching. */
    public void stop() {
        looks.shutdownNow();
    }

    /** Looks once. */
    void look() {
        var now = clock.instant();
        var unsent =
                folders.look().stream().filter(file -> !sent.contains(file)).toList();
        still = sinceWhen(unsent, now);
        unsent.stream().filter(file -> arrived(file, now)).forEach(file -> tell(file, now));
    }

    private Map<SeenFile, Instant> sinceWhen(List<SeenFile> files, Instant now) {
        var since = new HashMap<SeenFile, Instant>();
        files.forEach(file -> since.put(file, still.getOrDefault(file, now)));
        return since;
    }

    private boolean arrived(SeenFile file, Instant now) {
        return !now.isBefore(still.getOrDefault(file, now).plus(STILL));
    }

    private void tell(SeenFile file, Instant now) {
        events.send(StorageEvent.of(file, sent.nextSequence(), now));
        sent.add(file);
        LOG.info("told of {}, {} bytes", file.place(), file.size());
    }

    private void lookGuarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("files could not be told, there will be another look: {}", e.toString());
        }
    }
}
