package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.reconciliation.Reconciler;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks which files lie in a folder, where the storage does not tell of each: below a folder that was renamed, and in one
 * that is said to be complete.
 */
@Component
class FolderListing implements Reconciler {

    static final String KIND = "listing";

    private static final Logger LOG = LoggerFactory.getLogger(FolderListing.class);

    private final Lakes lakes;
    private final Landing landing;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;

    FolderListing(Lakes lakes, Landing landing, TransactionTemplate transaction, ApplicationEventPublisher listeners) {
        this.lakes = lakes;
        this.landing = landing;
        this.transaction = transaction;
        this.listeners = listeners;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String scope) {
        ListedFolder.parse(scope).ifPresent(folder -> {
            List<ListedFolder.Found> files =
                    folder.files(lakes.of(folder.environment())).toList();
            LOG.info("{}: {} files", folder, files.size());
            transaction.executeWithoutResult(status -> {
                landing.found(files);
                files.stream()
                        .map(ListedFolder.Found::file)
                        .filter(Markers::saysComplete)
                        .map(InFile::folder)
                        .forEach(complete -> listeners.publishEvent(new FolderCompleted(complete)));
            });
        });
    }
}
