package io.aifactory.training.run;

import io.aifactory.contracts.events.TestScoring;
import io.aifactory.training.model.Lineage;
import io.aifactory.training.model.ModelArtifacts;
import io.aifactory.training.model.ModelVersion;
import io.aifactory.training.model.ModelVersions;
import io.aifactory.training.model.PeerScoring;
import io.aifactory.training.testscoring.TestSetScoring;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tests what a run has made, puts it into the lake, and ends the run with it. */
@Component
class RunCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(RunCompletion.class);

    private final Tables tables;
    private final PeerScoring peers;
    private final ModelVersions versions;
    private final ModelArtifacts artifacts;
    private final RunLifecycle lifecycle;
    private final RunFolders folders;
    private final Clock clock;

    RunCompletion(
            Tables tables,
            PeerScoring peers,
            ModelVersions versions,
            ModelArtifacts artifacts,
            RunLifecycle lifecycle,
            RunFolders folders,
            Clock clock) {
        this.tables = tables;
        this.peers = peers;
        this.versions = versions;
        this.artifacts = artifacts;
        this.lifecycle = lifecycle;
        this.folders = folders;
        this.clock = clock;
    }

    void complete(TrainingRun run, MadeModel made) {
        var testSet = tables.read(made.gold().test());
        var metrics = TestSetScoring.score(made.artifact(), testSet);
        var ofPeers = peers.score(run.project(), run.model(), made.gold().test().version(), testSet);
        var version = publish(run, made);
        lifecycle.complete(run, version, new TestScoring(version.version(), metrics), ofPeers);
        folders.remove(run.id());
        LOG.info("Run {} made version {}: {} {}", run.id(), version.version(), made.algorithm(), metrics);
    }

    private ModelVersion publish(TrainingRun run, MadeModel made) {
        int number = versions.nextNumber(run.project(), run.model());
        made.files()
                .forEach((name, content) -> artifacts.publishBeside(run.project(), run.model(), number, name, content));
        return new ModelVersion(
                run.project(),
                run.model(),
                number,
                run.trigger(),
                made.algorithm(),
                artifacts.publish(run.project(), run.model(), number, made.artifact()),
                lineage(run, made),
                made.leaderboard(),
                run.requestedBy(),
                clock.instant());
    }

    private static Lineage lineage(TrainingRun run, MadeModel made) {
        return new Lineage(
                run.id().value(),
                made.learnedFrom(),
                made.gold().test(),
                made.gold().inputs(),
                made.facts());
    }
}
