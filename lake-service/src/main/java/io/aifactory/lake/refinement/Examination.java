package io.aifactory.lake.refinement;

import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.arrival.Contents;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.settings.ConfiguredModel;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at files that have landed, and decides which become part of their dataset. */
@Component
class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    private final Lakes lakes;
    private final Arrivals arrivals;
    private final CopiesInProgress copies;
    private final ExpectedColumns expectedColumns;
    private final FileRejection rejection;

    Examination(
            Lakes lakes,
            Arrivals arrivals,
            CopiesInProgress copies,
            ExpectedColumns expectedColumns,
            FileRejection rejection) {
        this.lakes = lakes;
        this.copies = copies;
        this.arrivals = arrivals;
        this.expectedColumns = expectedColumns;
        this.rejection = rejection;
    }

    void examine(RefinementScope scope, ConfiguredModel model, StagedFiles staged) {
        arrivals.in(scope.zone(), scope.environment()).stream()
                .filter(Arrival::isUndecided)
                .forEach(arrival -> examine(arrival, model, staged));
    }

    private void examine(Arrival arrival, ConfiguredModel model, StagedFiles staged) {
        Optional<StoredFile> stored = lakes.of(arrival.file().environment()).find(arrival.file());
        if (stored.isEmpty()) {
            LOG.info("{} is not there", arrival.file().path());
            arrivals.lose(arrival);
            return;
        }
        if (copies.include(arrival, stored.get())) {
            copies.lookAgain(arrival);
            return;
        }
        if (arrival.sha256() != null && arrival.wasAcceptedWith(stored.get().etag())) {
            arrivals.accept(arrival, stored.get().etag(), arrival.sha256(), arrival.columns());
            return;
        }
        try {
            decide(arrival, stored.get(), model, staged);
        } catch (LakeFileNotFound e) {
            LOG.info("{} was taken away while it was read", arrival.file().path());
            arrivals.lose(arrival);
        }
    }

    private void decide(Arrival arrival, StoredFile stored, ConfiguredModel model, StagedFiles staged) {
        String sha256 = Contents.sha256(lakes.of(arrival.file().environment()), arrival.file());
        try {
            requireDataset(arrival, model);
            List<String> columns = staged.content(arrival).columns();
            expectedColumns.require(arrival, columns, model);
            arrivals.accept(arrival, stored.etag(), sha256, columns);
        } catch (UnreadableFile e) {
            rejection.reject(arrival, stored.etag(), sha256, String.valueOf(e.getMessage()));
        }
    }

    private static void requireDataset(Arrival arrival, ConfiguredModel model) {
        if (model.rulesOf(arrival.file().dataset()).isEmpty()) {
            throw new UnreadableFile("%s has no dataset %s; it has %s"
                    .formatted(model.name(), arrival.file().dataset(), model.datasets()));
        }
    }
}
