package io.aifactory.lake.refinement;

import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.ArrivalProperties;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.reconciliation.Reconciliations;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Waits for files that were told of when their copying began. Others of the dataset go on meanwhile. */
@Component
class CopiesInProgress {

    private static final Logger LOG = LoggerFactory.getLogger(CopiesInProgress.class);

    private final Arrivals arrivals;
    private final Reconciliations reconciliations;
    private final ArrivalProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CopiesInProgress(
            Arrivals arrivals,
            Reconciliations reconciliations,
            ArrivalProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.arrivals = arrivals;
        this.reconciliations = reconciliations;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns whether the file is still shorter than it is to become, and may yet become it. */
    boolean include(Arrival arrival, StoredFile stored) {
        boolean mayGrow = clock.instant().isBefore(arrival.toldAt().plus(properties.longestCopy()));
        return mayGrow && stored.bytes() < arrival.expectedBytes();
    }

    void lookAgain(Arrival arrival) {
        LOG.info("{} is still being copied", arrival.file().path());
        transaction.executeWithoutResult(status -> {
            arrivals.postpone(arrival);
            reconciliations.request(
                    Refinement.KIND, RefinementScope.of(arrival.file()).toString(), properties.copyPatience());
        });
    }
}
