package io.aifactory.lake.reconciliation;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what was asked for, and runs it again if it was asked for meanwhile. */
@Configuration(proxyBeanMethods = false)
class ReconciliationJob {

    static final String TASK = "reconcile";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReconciliationJob(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> reconcileTask(List<Reconciler> reconcilers) {
        Map<String, Reconciler> byKind =
                reconcilers.stream().collect(Collectors.toMap(Reconciler::kind, Function.identity()));
        return Tasks.custom(TASK, Void.class).onFailure(this::tryAgainLater).execute((instance, context) -> {
            Work work = Work.parse(instance.getId());
            long before = requested(work, "");
            Objects.requireNonNull(byKind.get(work.kind()), work.kind()).reconcile(work.scope());
            return (complete, operations) -> settle(work, before, complete, operations);
        });
    }

    /** Ends the work, unless it was asked for again. Who asks holds the row until it commits, so nobody slips between. */
    private void settle(Work work, long before, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(status -> {
            if (requested(work, " FOR UPDATE") == before) {
                operations.remove();
            } else {
                operations.reschedule(complete, clock.instant());
            }
        });
    }

    private long requested(Work work, String lock) {
        return database.sql("SELECT requested FROM reconciliation WHERE kind = :kind AND scope = :scope" + lock)
                .param("kind", work.kind())
                .param("scope", work.scope())
                .query(Long.class)
                .single();
    }

    private void tryAgainLater(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        var failed = new FailedWork(execution.taskInstance.getId(), execution.consecutiveFailures + 1);
        failed.tell(complete.getCause().orElse(null));
        operations.reschedule(complete, clock.instant().plus(failed.pause()));
    }
}
