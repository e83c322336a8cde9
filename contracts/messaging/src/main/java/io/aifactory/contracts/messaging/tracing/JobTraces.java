package io.aifactory.contracts.messaging.tracing;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.aifactory.contracts.messaging.EventContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a job go on with what it was scheduled for: the events it publishes name the same cause, its span is part of the same
 * trace. A job that nothing in particular caused, such as a recurring one, has neither.
 */
final class JobTraces extends AbstractSchedulerListener implements ExecutionInterceptor {

    private final Tracer tracer;
    private final JobContexts contexts;
    private final MessageSpans spans;

    JobTraces(Tracer tracer, JobContexts contexts) {
        this.tracer = tracer;
        this.contexts = contexts;
        this.spans = new MessageSpans(tracer);
    }

    /** Called on the thread and in the transaction that schedules; also when a job that ran is to run again: there nothing is current. */
    @Override
    public void onExecutionScheduled(TaskInstanceId job, Instant executionTime) {
        var context = new JobContext(EventContext.current(), currentPlace());
        if (!context.isEmpty()) {
            contexts.save(job, context);
        }
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> job, ExecutionContext execution, ExecutionChain chain) {
        return contexts.find(job)
                .<CompletionHandler<?>>map(context -> resume(context, job, () -> chain.proceed(job, execution)))
                .orElseGet(() -> chain.proceed(job, execution));
    }

    private CompletionHandler<?> resume(JobContext context, TaskInstanceId job, Work work) {
        return context.event()
                .<CompletionHandler<?>>map(event -> event.during(() -> traced(context, job, work)))
                .orElseGet(() -> traced(context, job, work));
    }

    private CompletionHandler<?> traced(JobContext context, TaskInstanceId job, Work work) {
        Span span = spans.job(job.getTaskName(), job.getId(), context.traceParent());
        try (var scope = tracer.withSpan(span)) {
            CompletionHandler<?> outcome = work.run();
            settle(span, outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            span.error(e);
            span.end();
            throw e;
        }
    }

    /** A look that only found that it is not time yet leaves no trace; there may be one every second for days. */
    private static void settle(Span span, CompletionHandler<?> outcome) {
        if (outcome instanceof OnCompleteReschedule) {
            span.abandon();
        } else {
            span.end();
        }
    }

    private Optional<TraceParent> currentPlace() {
        @Nullable Span current = tracer.currentSpan();
        return Optional.ofNullable(current).flatMap(span -> TraceParent.of(span.context()));
    }

    private interface Work {

        CompletionHandler<?> run();
    }
}
