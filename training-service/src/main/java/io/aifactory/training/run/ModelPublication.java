package io.aifactory.training.run;

import io.aifactory.training.model.Lineage;
import io.aifactory.training.model.ModelArtifacts;
import io.aifactory.training.model.ModelVersion;
import io.aifactory.training.model.ModelVersions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Gives what a run has made the model's next version number and puts it into the lake. */
@Component
class ModelPublication {

    private final ModelVersions versions;
    private final ModelArtifacts artifacts;
    private final Clock clock;

    ModelPublication(ModelVersions versions, ModelArtifacts artifacts, Clock clock) {
        this.versions = versions;
        this.artifacts = artifacts;
        this.clock = clock;
    }

    /** Must be called by the one who holds the run, or somebody else takes the same number. */
    ModelVersion publish(TrainingRun run, MadeModel made) {
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
