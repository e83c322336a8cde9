package io.aifactory.training.run;

import io.aifactory.training.model.ModelVersion;
import io.aifactory.training.model.PeerScoring;
import io.aifactory.training.testscoring.TestSetScoring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tests what an attempt has made and ends the run with it, if the run still waits for this attempt. */
@Component
class RunCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(RunCompletion.class);

    private final Tables tables;
    private final PeerScoring peers;
    private final RunLifecycle lifecycle;
    private final RunFolders folders;

    RunCompletion(Tables tables, PeerScoring peers, RunLifecycle lifecycle, RunFolders folders) {
        this.tables = tables;
        this.peers = peers;
        this.lifecycle = lifecycle;
        this.folders = folders;
    }

    void complete(Attempt attempt, MadeModel made) {
        var run = attempt.run();
        var testSet = tables.read(made.gold().test());
        var metrics = TestSetScoring.score(made.artifact(), testSet);
        var ofPeers = peers.score(run.project(), run.model(), made.gold().test().version(), testSet);
        lifecycle
                .complete(attempt, made, metrics, ofPeers)
                .ifPresentOrElse(
                        version -> tidyUp(run, version),
                        () -> LOG.warn("Attempt {} of run {} came too late", attempt.number(), run.id()));
    }

    private void tidyUp(TrainingRun run, ModelVersion version) {
        folders.remove(run.id());
        LOG.info("Run {} made version {}: {}", run.id(), version.version(), version.algorithm());
    }
}
