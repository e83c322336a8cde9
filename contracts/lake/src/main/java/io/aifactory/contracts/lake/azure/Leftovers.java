package io.aifactory.contracts.lake.azure;

import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what killed writers left aside. Whoever writes looks once after its start and then once a day; no writer takes
 * as long as what it removes is old.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    static final Duration OLD = Duration.ofDays(2);

    private final DataLakeFileSystemClient lake;
    private final Clock clock;
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

    Leftovers(DataLakeFileSystemClient lake, Clock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    void removeIfDue() {
        Instant now = clock.instant();
        Instant due = nextLook.get();
        if (!now.isBefore(due) && nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
            removeOlderThan(now.minus(OLD));
        }
    }

    private void removeOlderThan(Instant limit) {
        try {
            for (PathItem file : lake.listPaths(new ListPathsOptions().setPath(Aside.FOLDER), null)) {
                if (file.getLastModified().toInstant().isBefore(limit)) {
                    lake.getFileClient(file.getName()).deleteIfExists();
                }
            }
        } catch (RuntimeException e) {
            if (!Calls.isNotFound(e)) {
                LOG.warn("what killed writers left in '{}' stays there until tomorrow", Aside.FOLDER, e);
            }
        }
    }
}
