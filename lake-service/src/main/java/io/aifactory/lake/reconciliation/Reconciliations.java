package io.aifactory.lake.reconciliation;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for work. Many requests for the same scope become one run, but never fewer than one that starts after the last of them. */
@Component
public class Reconciliations {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);

    private final Requests requests;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Reconciliations(Requests requests, SchedulerClient scheduler, Clock clock) {
        this.requests = requests;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Asks for work of the given kind in the given scope at once, with the surrounding transaction. Ends the wait of earlier requests. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(String kind, String scope) {
        request(kind, scope, Patience.NONE);
    }

    /**
     * Asks for work of the given kind in the given scope, with the surrounding transaction: it starts when nothing more has
     * been asked for, or when somebody has waited long enough.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(String kind, String scope, Patience patience) {
        var work = new Work(kind, scope);
        Instant due = requests.add(work, patience, clock.instant());
        var job = new TaskInstance<Void>(ReconciliationJob.TASK, work.toString());
        if (!scheduler.scheduleIfNotExists(job, due)) {
            hasten(job, due);
        }
    }

    /** A job that looks too early looks again when it is due, so it need only be moved to an earlier time. What failed keeps its pause. */
    private void hasten(TaskInstance<Void> job, Instant due) {
        boolean waitsTooLong = scheduler
                .getScheduledExecution(job)
                .filter(execution -> execution.getConsecutiveFailures() == 0 && !execution.isPicked())
                .map(ScheduledExecution::getExecutionTime)
                .filter(due::isBefore)
                .isPresent();
        if (waitsTooLong) {
            try {
                scheduler.reschedule(job, due);
            } catch (TaskInstanceCurrentlyExecutingException e) {
                LOG.debug("{} has just begun to look, and sees the request when this commits", job);
            }
        }
    }
}
