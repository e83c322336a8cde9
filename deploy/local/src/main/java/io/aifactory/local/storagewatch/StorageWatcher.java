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
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the factory about every file that arrives, changes or goes in an {@code in} folder of its lakes, however it got there,
 * and about the files that say which data counts. A file counts as arrived when it did not change for a moment. Each state of a file is told at least once, also when the bus or this
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
        var seen = folders.look();
        var unsent = seen.stream().filter(file -> !sent.contains(file)).toList();
        still = sinceWhen(unsent, now);
        unsent.stream().filter(file -> arrived(file, now)).forEach(file -> tell(file, now));
        removed(seen).forEach(place -> tellRemoval(place, now));
    }

    /** What is not in a lake that is there was removed, or moved, or is not to be seen for a moment and then comes back. */
    private List<String> removed(List<SeenFile> seen) {
        var present = seen.stream().map(SeenFile::place).collect(Collectors.toSet());
        return sent.places().stream()
                .filter(place -> !present.contains(place) && folders.hasLakeOf(environmentOf(place)))
                .toList();
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
        var sequence = sent.nextSequence(now);
        events.send(StorageEvent.written(file, sent.lastRemoval(file.place()), sequence, now));
        sent.add(file, sequence);
        LOG.info("told of {}, {} bytes", file.place(), file.size());
    }

    private void tellRemoval(String place, Instant now) {
        var sequence = sent.nextSequence(now);
        var environment = environmentOf(place);
        events.send(StorageEvent.removed(environment, place.substring(environment.length() + 1), sequence, now));
        sent.addRemoval(place, sequence);
        LOG.info("told of the removal of {}", place);
    }

    private static String environmentOf(String place) {
        return place.substring(0, place.indexOf('/'));
    }

    private void lookGuarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("files could not be told, there will be another look: {}", e.toString());
        }
    }
}
