package io.aifactory.lake.lineage.openlineage;

import io.aifactory.lake.lineage.EndedRun;
import io.aifactory.lake.lineage.PendingRuns;
import io.openlineage.client.OpenLineageClientUtils;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells others of runs that nobody was told of. It is done beside the work, after it: when nobody listens, runs wait, and
 * nothing else does. A run is told of at least once; what the other side refuses comes again later and holds up no other.
 */
final class EmissionRound {

    private static final Logger LOG = LoggerFactory.getLogger(EmissionRound.class);
    private static final int MOST = 500;
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);

    private final PendingRuns runs;
    private final RunEvents events;
    private final EventTransport transport;
    private boolean away;

    EmissionRound(PendingRuns runs, RunEvents events, EventTransport transport) {
        this.runs = runs;
        this.events = events;
        this.transport = transport;
    }

    void run() {
        try {
            for (EndedRun run : runs.next(MOST)) {
                tell(run);
                comeBack();
            }
        } catch (TransportUnavailable e) {
            goAway(e);
        }
    }

    private void tell(EndedRun run) {
        try {
            transport.send(OpenLineageClientUtils.toJson(events.of(run)));
            runs.done(run);
        } catch (EventRefused e) {
            LOG.error(
                    "{}: its OpenLineage event comes again in {}: {}",
                    run.node().name(),
                    AFTER_REFUSAL,
                    e.getMessage());
            runs.postpone(run, AFTER_REFUSAL);
        }
    }

    /** An outage is one warning, however often it is tried. */
    private void goAway(TransportUnavailable reason) {
        if (!away) {
            LOG.warn("runs wait to be told of: {}", reason.getMessage(), reason);
        }
        away = true;
    }

    private void comeBack() {
        if (away) {
            LOG.info("runs are told of again");
        }
        away = false;
    }
}
