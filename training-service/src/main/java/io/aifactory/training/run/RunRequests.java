package io.aifactory.training.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for runs: notes each and starts the job that brings it to its end, in one transaction. */
@Component
public class RunRequests {

    private static final TaskDescriptor<String> JOB = TaskDescriptor.of(TrainingJob.NAME, String.class);

    private final TrainingRuns runs;
    private final SchedulerClient jobs;
    private final Clock clock;

    RunRequests(TrainingRuns runs, SchedulerClient jobs, Clock clock) {
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Asks for a run; the same cause asks once, however often it comes.
     *
     * @param cause what tells this run from others of the model, such as {@code gold-3}
     */
    @Transactional
    public RunId request(
            ProjectId project,
            ModelName model,
            TrainingTrigger trigger,
            String cause,
            RunInput input,
            String requestedBy) {
        var now = clock.instant();
        var id = RunId.of(project, model, cause);
        var run = new TrainingRun(id, project, model, trigger, input, requestedBy, RunProgress.requested(now));
        if (runs.add(run)) {
            jobs.scheduleIfNotExists(JOB.instance(id.value()).data(id.value()).scheduledTo(now));
        }
        return id;
    }
}
