package io.aifactory.training.run;

import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.TestScoring;
import io.aifactory.contracts.events.TrainingFailed;
import io.aifactory.contracts.events.TrainingStarted;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.training.gold.GoldVersions;
import io.aifactory.training.model.ModelVersion;
import io.aifactory.training.model.ModelVersions;
import io.aifactory.training.model.TestScorings;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a run that change its state, each in one transaction with the event that tells of it. */
@Component
class RunLifecycle {

    private final TrainingRuns runs;
    private final GoldVersions golds;
    private final ModelVersions versions;
    private final TestScorings scorings;
    private final Outbox outbox;
    private final Clock clock;

    RunLifecycle(
            TrainingRuns runs,
            GoldVersions golds,
            ModelVersions versions,
            TestScorings scorings,
            Outbox outbox,
            Clock clock) {
        this.runs = runs;
        this.golds = golds;
        this.versions = versions;
        this.scorings = scorings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Begins a run, perhaps once more. */
    @Transactional
    public void begin(TrainingRun run) {
        var now = clock.instant();
        runs.begun(run.id(), now);
        var gold = run.input() instanceof RunInput.Gold input
                ? golds.get(run.project(), run.model(), input.version()).gold()
                : null;
        var startedAt =
                run.progress().startedAt() == null ? now : run.progress().startedAt();
        outbox.publish(
                new TrainingStarted(run.project(), run.model(), run.id().value(), run.trigger(), gold, startedAt));
    }

    /** Doesn't count the attempt that was begun last, because what ended it was not the run. */
    @Transactional
    public void takeBack(TrainingRun run) {
        runs.takenBack(run.id());
    }

    /** Ends a run with a model version and what it and its peers scored on its test set. */
    @Transactional
    public void complete(TrainingRun run, ModelVersion version, TestScoring own, List<TestScoring> peers) {
        if (!runs.ended(run.id(), RunState.COMPLETED, null, version.version(), clock.instant())) {
            return;
        }
        var testSet = version.lineage().testSet();
        versions.add(version);
        keep(version, own);
        peers.forEach(peer -> keep(version, peer));
        outbox.publish(new ModelTrained(
                version.project(),
                version.model(),
                version.version(),
                run.id().value(),
                version.trigger(),
                version.algorithm(),
                version.artifact(),
                testSet,
                own.metrics(),
                peers,
                version.requestedBy(),
                version.trainedAt()));
    }

    /** Ends a run without a model. */
    @Transactional
    public void fail(TrainingRun run, String reason) {
        var now = clock.instant();
        if (runs.ended(run.id(), RunState.FAILED, reason, null, now)) {
            outbox.publish(
                    new TrainingFailed(run.project(), run.model(), run.id().value(), reason, now));
        }
    }

    private void keep(ModelVersion version, TestScoring scoring) {
        scorings.keep(
                version.project(),
                version.model(),
                version.lineage().testSet().version(),
                scoring,
                version.trainedAt());
    }
}
