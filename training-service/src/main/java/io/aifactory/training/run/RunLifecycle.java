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
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a run that change its state, each in one transaction with the event that tells of it. */
@Component
class RunLifecycle {

    private final TrainingRuns runs;
    private final GoldVersions golds;
    private final ModelVersions versions;
    private final TestScorings scorings;
    private final ModelPublication publication;
    private final Outbox outbox;
    private final Clock clock;

    RunLifecycle(
            TrainingRuns runs,
            GoldVersions golds,
            ModelVersions versions,
            TestScorings scorings,
            ModelPublication publication,
            Outbox outbox,
            Clock clock) {
        this.runs = runs;
        this.golds = golds;
        this.versions = versions;
        this.scorings = scorings;
        this.publication = publication;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Begins a run, perhaps once more; empty when somebody else has begun or ended it meanwhile. */
    @Transactional
    public Optional<Attempt> begin(TrainingRun run) {
        var now = clock.instant();
        var attempt = new Attempt(run, run.progress().attempts() + 1);
        if (!runs.begun(run.id(), attempt.number(), now)) {
            return Optional.empty();
        }
        var gold = run.input() instanceof RunInput.Gold input
                ? golds.get(run.project(), run.model(), input.version()).gold()
                : null;
        var startedAt =
                run.progress().startedAt() == null ? now : run.progress().startedAt();
        outbox.publish(
                new TrainingStarted(run.project(), run.model(), run.id().value(), run.trigger(), gold, startedAt));
        return Optional.of(attempt);
    }

    /** Doesn't count an attempt, because what ended it was not the run. */
    @Transactional
    public void takeBack(Attempt attempt) {
        runs.takenBack(attempt.run().id(), attempt.number());
    }

    /**
     * Ends a run with what an attempt made, and what it and its peers scored on its test set. A version
     * number is taken, and files are put under it into the lake, only while no other attempt can begin.
     *
     * @return the new version; empty when the run was begun again or ended meanwhile, then nothing has happened
     */
    @Transactional
    public Optional<ModelVersion> complete(
            Attempt attempt, MadeModel made, SortedMap<String, Double> metrics, List<TestScoring> peers) {
        var run = attempt.run();
        if (!runs.isHeldBy(run.id(), attempt.number())) {
            return Optional.empty();
        }
        var version = publication.publish(run, made);
        runs.ended(run.id(), attempt.number(), RunState.COMPLETED, null, version.version(), clock.instant());
        versions.add(version);
        keep(version, new TestScoring(version.version(), metrics));
        peers.forEach(peer -> keep(version, peer));
        announce(version, metrics, peers);
        return Optional.of(version);
    }

    /** Ends a run without a model, unless it was begun again or ended meanwhile. */
    @Transactional
    public void fail(Attempt attempt, String reason) {
        var run = attempt.run();
        var now = clock.instant();
        if (runs.ended(run.id(), attempt.number(), RunState.FAILED, reason, null, now)) {
            outbox.publish(
                    new TrainingFailed(run.project(), run.model(), run.id().value(), reason, now));
        }
    }

    private void announce(ModelVersion version, SortedMap<String, Double> metrics, List<TestScoring> peers) {
        outbox.publish(new ModelTrained(
                version.project(),
                version.model(),
                version.version(),
                version.lineage().runId(),
                version.trigger(),
                version.algorithm(),
                version.artifact(),
                version.lineage().testSet(),
                metrics,
                peers,
                version.requestedBy(),
                version.trainedAt()));
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
