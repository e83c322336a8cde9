package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Grown;
import io.aifactory.bench.events.Report.Point;
import io.aifactory.contracts.events.EventCatalog;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.messaging.work.WorkLoop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** What happens to time and memory when more and more waits. */
@Component
class Backlogs {

    private static final int MANY_PROJECTS = 250;

    private final WaitingRows rows;
    private final Assignment assignment;
    private final WorkLoop outboxRelay;
    private final WorkLoop inboxWorkers;
    private final Drainage outbox;
    private final Drainage inbox;

    Backlogs(
            WaitingRows rows,
            Arrivals arrivals,
            MeterRegistry registry,
            Assignment assignment,
            WorkLoop outboxRelay,
            WorkLoop inboxWorkers) {
        this.rows = rows;
        this.assignment = assignment;
        this.outboxRelay = outboxRelay;
        this.inboxWorkers = inboxWorkers;
        Counter sent = registry.counter("factory.messages.out", "type", EventCatalog.typeOf(MembersChanged.class));
        this.outbox = new Drainage(outboxRelay, () -> (long) sent.count());
        this.inbox = new Drainage(inboxWorkers, arrivals::handedOver);
    }

    /** Sends all that waits in the outbox. */
    Grown inOutbox() {
        return grown(outboxRelay, size -> {
            int filled = rows.fillOutbox(size, MANY_PROJECTS);
            return outbox.measure(filled, filled);
        });
    }

    /** Handles some of what waits in the inbox, spread over many projects. */
    Grown inInboxSpread() {
        return inInbox(MANY_PROJECTS);
    }

    /** Handles some of what waits in the inbox, all of it in one project. */
    Grown inInboxOfOneProject() {
        return inInbox(1);
    }

    private Grown inInbox(int projects) {
        return grown(inboxWorkers, size -> {
            int filled = rows.fillInbox(size, projects);
            return inbox.measure(filled, Math.min(filled, assignment.plan().sample()));
        });
    }

    private Grown grown(WorkLoop workers, IntFunction<Point> measurement) {
        workers.stop();
        List<Point> points = assignment.plan().backlogs().stream()
                .map(size -> {
                    rows.clear();
                    return measurement.apply(size);
                })
                .toList();
        rows.clear();
        workers.start();
        return Grown.of(points);
    }
}
