package io.aifactory.lake.reconciliation;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what was asked for when it is due, and runs it again if it was asked for meanwhile. */
@Configuration(proxyBeanMethods = false)
class ReconciliationJob {

    static final String TASK = "reconcile";

    private final Requests requests;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReconciliationJob(Requests requests, TransactionTemplate transaction, Clock clock) {
        this.requests = requests;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Work may itself ask for work, so who does it is looked up when it is to be done. */
    @Bean
    CustomTask<Void> reconcileTask(@Lazy List<Reconciler> reconcilers) {
        return Tasks.custom(TASK, Void.class)
                .onFailure(this::tryAgainLater)
                .onDeadExecution((complete, operations) -> tryAgain(complete, operations, Duration.ZERO))
                .execute((instance, context) -> {
                    Work work = Work.parse(instance.getId());
                    Optional<Long> begun = requests.begin(work, clock.instant());
                    begun.ifPresent(count -> reconciler(reconcilers, work).reconcile(work.scope()));
                    return (complete, operations) -> settle(work, begun, complete, operations);
                });
    }

    private static Reconciler reconciler(List<Reconciler> reconcilers, Work work) {
        return reconcilers.stream()
                .filter(candidate -> candidate.kind().equals(work.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does work of the kind " + work.kind()));
    }

    /** Ends the work, unless it was not due yet or was asked for again. Whoever asks has committed by then, so nobody slips between. */
    private void settle(
            Work work, Optional<Long> begun, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(status -> {
            Requests.Standing standing = requests.hold(work);
            if (begun.filter(count -> count == standing.count()).isPresent()) {
                operations.remove();
            } else {
                operations.reschedule(complete, standing.due());
            }
        });
    }

    private void tryAgainLater(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        var failed = new FailedWork(execution.taskInstance.getId(), execution.consecutiveFailures + 1);
        failed.tell(complete.getCause().orElse(null));
        tryAgain(complete, operations, failed.pause());
    }

    private void tryAgain(ExecutionComplete complete, ExecutionOperations<Void> operations, Duration pause) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            requests.fail(Work.parse(complete.getExecution().taskInstance.getId()), now);
            operations.reschedule(complete, now.plus(pause));
        });
    }
}
