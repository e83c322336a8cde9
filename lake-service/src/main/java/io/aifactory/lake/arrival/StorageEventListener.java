package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.SqlFile;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.lake.query.QueryChanged;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what the storage says. That a file may have landed is all it takes from an event: what the file holds by then is
 * looked up in the lake, so events may come twice, late and in any order.
 */
@Component
class StorageEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(StorageEventListener.class);

    private final Arrivals arrivals;
    private final ApplicationEventPublisher listeners;

    StorageEventListener(Arrivals arrivals, ApplicationEventPublisher listeners) {
        this.arrivals = arrivals;
        this.listeners = listeners;
    }

    @EventListener
    void on(QueueMessage message) {
        List<String> paths = StorageEvents.completedFiles(message.body());
        paths.stream()
                .map(StorageEventListener::landed)
                .flatMap(Optional::stream)
                .forEach(this::arrive);
    }

    private void arrive(LakePath path) {
        if (path instanceof InFile file && !isMarker(file.name())) {
            arrive(file);
        } else if (path instanceof MasterPath.In file && !isMarker(file.name())) {
            listeners.publishEvent(new MasterFileArrived(file));
        } else if (path instanceof SqlFile file && file.version() == null) {
            listeners.publishEvent(new QueryChanged(file));
        }
    }

    private void arrive(InFile file) {
        arrivals.record(file);
        listeners.publishEvent(new FileArrived(file));
    }

    private static Optional<LakePath> landed(String path) {
        try {
            return Optional.of(LakePaths.parse(path));
        } catch (InvalidLakePath e) {
            LOG.warn("ignored a storage event: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Engines write files such as {@code _SUCCESS} beside their data. */
    private static boolean isMarker(String name) {
        return name.startsWith("_") || name.contains("/_");
    }
}
