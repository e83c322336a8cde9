package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes files that were found in the lake, though the storage has not told of them or will tell later. */
@Component
public class Landing {

    private final Arrivals arrivals;
    private final ApplicationEventPublisher listeners;

    Landing(Arrivals arrivals, ApplicationEventPublisher listeners) {
        this.arrivals = arrivals;
        this.listeners = listeners;
    }

    /** Notes that a file lies there with the given ETag, with the surrounding transaction. Nothing happens if that is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(InFile file, String etag) {
        found(List.of(new ListedFolder.Found(file, etag)));
    }

    /** All are noted before anybody is told: who is told holds what those wait for who hold a file. */
    void found(List<ListedFolder.Found> files) {
        files.stream()
                .filter(found -> !Markers.isMarker(found.file()) && arrivals.find(found.file(), found.etag()))
                .toList()
                .forEach(found -> listeners.publishEvent(new FileChanged(found.file())));
    }
}
