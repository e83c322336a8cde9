package io.aifactory.training.run;

import io.aifactory.contracts.events.TestScoring;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.RowRefused;
import io.aifactory.training.automl.SearchRefused;
import io.aifactory.training.gold.GoldVersion;
import io.aifactory.training.gold.GoldVersions;
import io.aifactory.training.model.Lineage;
import io.aifactory.training.model.ModelArtifacts;
import io.aifactory.training.model.ModelVersion;
import io.aifactory.training.model.ModelVersions;
import io.aifactory.training.model.PeerScoring;
import io.aifactory.training.settings.ConfiguredModels;
import io.aifactory.training.table.TableUnreadable;
import io.aifactory.training.testscoring.TestScoringFailed;
import io.aifactory.training.testscoring.TestSetScoring;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings runs to their end. Everything before the last transaction may be done again: the files of a version lie under
 * its number, which no other run can take meanwhile, because a model has one run at a time.
 */
@Component
class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final TrainingRuns runs;
    private final RunLifecycle lifecycle;
    private final ConfiguredModels configured;
    private final GoldVersions golds;
    private final GoldTraining goldTraining;
    private final DeliveredModel deliveredModel;
    private final Tables tables;
    private final PeerScoring peers;
    private final ModelVersions versions;
    private final ModelArtifacts artifacts;
    private final TrainingProperties properties;
    private final Clock clock;

    Training(
            TrainingRuns runs,
            RunLifecycle lifecycle,
            ConfiguredModels configured,
            GoldVersions golds,
            GoldTraining goldTraining,
            DeliveredModel deliveredModel,
            Tables tables,
            PeerScoring peers,
            ModelVersions versions,
            ModelArtifacts artifacts,
            TrainingProperties properties,
            Clock clock) {
        this.runs = runs;
        this.lifecycle = lifecycle;
        this.configured = configured;
        this.golds = golds;
        this.goldTraining = goldTraining;
        this.deliveredModel = deliveredModel;
        this.tables = tables;
        this.peers = peers;
        this.versions = versions;
        this.artifacts = artifacts;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Brings a run to its end if it is its turn, and says whether it has ended. What the lake can't do now, or breaks
     * unexpectedly, is thrown, so that the run is tried again.
     */
    boolean advance(RunId id) {
        var run = runs.get(id);
        if (run.progress().state().isEnd()) {
            return true;
        }
        if (!runs.isFirst(run)) {
            return false;
        }
        lifecycle.begin(run);
        work(run);
        return true;
    }

    private void work(TrainingRun run) {
        try {
            finish(run, make(run));
        } catch (RunRefused
                | SearchRefused
                | ModelRefused
                | RowRefused
                | TestScoringFailed
                | TableUnreadable
                | LakeFileNotFound e) {
            lifecycle.fail(run, String.valueOf(e.getMessage()));
        } catch (LakeUnavailable e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Run %s was interrupted and will be taken up again".formatted(run.id()), e);
        } catch (RuntimeException e) {
            failAfterLastAttempt(run, e);
        }
    }

    private MadeModel make(TrainingRun run) throws InterruptedException {
        var settings = configured
                .find(run.project(), run.model())
                .orElseThrow(() -> new RunRefused("There are no settings of %s".formatted(run.model())));
        if (run.input() instanceof RunInput.Delivery delivery) {
            return deliveredModel.make(delivery, settings, newestGold(run));
        }
        var version = ((RunInput.Gold) run.input()).version();
        return goldTraining.make(run, settings, golds.get(run.project(), run.model(), version));
    }

    private GoldVersion newestGold(TrainingRun run) {
        return golds.newest(run.project(), run.model())
                .orElseThrow(() -> new RunRefused("There is no gold data yet that the model could be tested on"));
    }

    private void finish(TrainingRun run, MadeModel made) {
        var testSet = tables.read(made.gold().test());
        var metrics = TestSetScoring.score(made.artifact(), testSet);
        var ofPeers = peers.score(run.project(), run.model(), made.gold().test().version(), testSet);
        var version = publish(run, made);
        lifecycle.complete(run, version, new TestScoring(version.version(), metrics), ofPeers);
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
                new Lineage(
                        run.id().value(),
                        made.learnedFrom(),
                        made.gold().test(),
                        made.gold().inputs(),
                        made.facts()),
                made.leaderboard(),
                run.requestedBy(),
                clock.instant());
    }

    private void failAfterLastAttempt(TrainingRun run, RuntimeException cause) {
        int attempt = run.progress().attempts() + 1;
        if (attempt < properties.attempts()) {
            throw cause;
        }
        LOG.error("Run {} broke {} times", run.id(), attempt, cause);
        lifecycle.fail(run, "broke %d times, the last time: %s".formatted(attempt, cause.getMessage()));
    }
}
