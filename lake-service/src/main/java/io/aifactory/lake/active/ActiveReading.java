package io.aifactory.lake.active;

import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.lake.reconciliation.Reconciler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads active files, and tells when other data counts from now on. A file that can't be understood changes nothing. */
@Component
class ActiveReading implements Reconciler {

    static final String KIND = "active";

    private static final Logger LOG = LoggerFactory.getLogger(ActiveReading.class);
    private static final int LONGEST_FILE = 100_000;

    private final Lakes lakes;
    private final ActiveChoices choices;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;

    ActiveReading(
            Lakes lakes, ActiveChoices choices, TransactionTemplate transaction, ApplicationEventPublisher listeners) {
        this.lakes = lakes;
        this.choices = choices;
        this.transaction = transaction;
        this.listeners = listeners;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String scope) {
        var place = ActivePlace.parse(scope);
        transaction.executeWithoutResult(status -> {
            choices.lock(place);
            read(place);
        });
    }

    /** Returns what holds, after a look whether the file is still the one that was read. */
    ActiveChoices.Known look(ActivePlace place) {
        return Objects.requireNonNull(transaction.execute(status -> {
            choices.lock(place);
            if (!Objects.equals(etagOf(place), choices.at(place).etag())) {
                read(place);
            }
            return choices.at(place);
        }));
    }

    private void read(ActivePlace place) {
        String etag = etagOf(
                place); // of what is read, or of what came before it: then nobody overwrites what they have not seen
        try {
            Optional<ActiveDocument> document = document(place);
            keep(
                    place,
                    document.isEmpty() ? ActiveEntry.EVERYTHING : document.get().entry(place.environment()),
                    etag);
        } catch (BrokenActiveFile e) {
            LOG.warn("{} can't be understood, what it said before holds on: {}", place, e.problem());
            choices.keepProblem(place, etag, e.problem());
        }
    }

    /** Keeps what holds from now on, and tells if it did not before; with the surrounding transaction. */
    void keep(ActivePlace place, ActiveEntry entry, @Nullable String etag) {
        if (choices.keep(place, entry, etag)) {
            ActiveFile file = place.file();
            LOG.info("{} says {}", place, entry);
            listeners.publishEvent(new ActiveChoiceChanged(file.project(), file.model(), place.environment()));
        }
    }

    private @Nullable String etagOf(ActivePlace place) {
        return lakes.of(place.environment())
                .find(place.file())
                .map(StoredFile::etag)
                .orElse(null);
    }

    Optional<ActiveDocument> document(ActivePlace place) throws BrokenActiveFile {
        try (InputStream in = lakes.of(place.environment()).open(place.file())) {
            byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new BrokenActiveFile("it is longer than %d bytes".formatted(LONGEST_FILE));
            }
            return Optional.of(ActiveDocument.parse(place.file().use(), bytes));
        } catch (LakeFileNotFound e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LakeUnavailable("cannot read '%s'".formatted(place.file().path()), e);
        }
    }
}
