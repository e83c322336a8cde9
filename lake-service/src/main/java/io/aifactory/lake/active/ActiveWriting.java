package io.aifactory.lake.active;

import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes active files. Whoever wrote last counts, be it here or in the lake, so nobody overwrites what they have not seen. */
@Component
class ActiveWriting {

    private static final int LAST_YEAR = 9999;
    private static final int LAST_YEAR_OF_ALL_DAYS = 1000;

    private final Lakes lakes;
    private final ActiveChoices choices;
    private final ActiveReading reading;
    private final TransactionTemplate transaction;

    ActiveWriting(Lakes lakes, ActiveChoices choices, ActiveReading reading, TransactionTemplate transaction) {
        this.lakes = lakes;
        this.choices = choices;
        this.reading = reading;
        this.transaction = transaction;
    }

    void write(ActivePlace place, ActiveEntry entry, String expectedEtag) {
        requirePossible(place, entry);
        transaction.executeWithoutResult(status -> {
            choices.lock(place);
            requireUnchanged(place, expectedEtag);
            StoredFile stored = publish(place, current(place).with(place.environment(), entry));
            reading.keep(place, entry, stored.etag());
        });
    }

    private static void requirePossible(ActivePlace place, ActiveEntry entry) {
        if (place.file().use() == ActiveFile.Use.TRAINING && entry.modelVersion() != 0) {
            throw ActiveProblem.versionForTraining();
        }
        int year = entry.day() == null ? LAST_YEAR : entry.day().getYear();
        if (year <= LAST_YEAR_OF_ALL_DAYS || year > LAST_YEAR) {
            throw ActiveProblem.dateTooEarly();
        }
    }

    private void requireUnchanged(ActivePlace place, String expectedEtag) {
        StoredFile stored =
                lakes.of(place.environment()).find(place.file()).orElseThrow(() -> ActiveProblem.notLaidOut(place));
        if (!stored.etag().equals(expectedEtag)) {
            throw ActiveProblem.changedMeanwhile(place);
        }
    }

    /** A file that can't be understood is replaced as a whole. */
    private ActiveDocument current(ActivePlace place) {
        ActiveFile.Use use = place.file().use();
        try {
            return reading.document(place).orElseGet(() -> ActiveDocument.empty(use));
        } catch (BrokenActiveFile e) {
            return ActiveDocument.empty(use);
        }
    }

    private StoredFile publish(ActivePlace place, ActiveDocument document) {
        LakeStorage storage = lakes.of(place.environment());
        return storage.publish(place.file(), LakeContent.of(document.bytes()));
    }
}
