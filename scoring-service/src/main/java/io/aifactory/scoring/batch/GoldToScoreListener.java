package io.aifactory.scoring.batch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.ToScoreFile;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.aifactory.scoring.scored.CallerId;
import io.aifactory.scoring.scored.Scoring;
import io.aifactory.scoring.scored.ScoringId;
import io.aifactory.scoring.scored.Scorings;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has each version of a dataset that waits for scores scored once. */
@Component
class GoldToScoreListener {

    private static final TaskDescriptor<String> JOB = TaskDescriptor.of(BatchJob.NAME, String.class);

    private final Scorings scorings;
    private final BatchInputs inputs;
    private final SchedulerClient jobs;
    private final Clock clock;

    GoldToScoreListener(Scorings scorings, BatchInputs inputs, SchedulerClient jobs, Clock clock) {
        this.scorings = scorings;
        this.inputs = inputs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(DatasetSaved event) {
        if (event.dataset().layer() != LakeLayer.GOLD_TO_SCORE) {
            return;
        }
        requireToScore(event);
        var endpoint =
                new ScoringEndpoint(event.project(), event.dataset().file().environment(), event.model());
        var id = ScoringId.ofKey(event.businessKey());
        scorings.add(Scoring.waiting(id, ScoringKind.BATCH, endpoint, CallerId.BATCH, event.savedAt()));
        inputs.add(id, event.dataset());
        jobs.scheduleIfNotExists(JOB.instance(id.value()).data(id.value()).scheduledTo(clock.instant()));
    }

    private static void requireToScore(DatasetSaved event) {
        try {
            if (!(LakePaths.parse(event.dataset().file()) instanceof ToScoreFile)) {
                throw new Unprocessable("'%s' is no place of rows to score"
                        .formatted(event.dataset().file().path()));
            }
        } catch (InvalidLakePath e) {
            throw new Unprocessable(String.valueOf(e.getMessage()), e);
        }
    }
}
