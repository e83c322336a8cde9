package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import org.jspecify.annotations.Nullable;

/** The nodes that events name. */
final class NamedNodes {

    private NamedNodes() {}

    static LineageNode dataset(DatasetSaved saved) {
        DatasetReference reference = saved.dataset();
        Job job =
                Job.refining(saved.project(), saved.model(), reference.dataset().value(), reference.layer());
        return dataset(saved.project(), saved.model(), reference, new Run(saved.runId(), job, saved.savedAt()));
    }

    private static LineageNode dataset(
            ProjectId project, ModelName model, DatasetReference reference, @Nullable Run run) {
        return new LineageNode(
                NodeName.dataset(project, model, reference),
                NodeKind.DATASET,
                project,
                model,
                reference.dataset().value(),
                reference.layer(),
                reference.file().environment(),
                reference.version(),
                reference.file().path(),
                null,
                reference.rows(),
                run,
                null);
    }

    /** An input lies where its owner's data lies, which may be another project; what belongs to no project is a file. */
    static LineageNode input(ProjectId project, ModelName model, DatasetReference reference) {
        LakePath path = LakePaths.parse(reference.file());
        return path instanceof EnvironmentPath owned
                ? dataset(owned.project(), owned.model(), reference, null)
                : shared(project, model, reference);
    }

    /** A file with the content that was looked at, if that is known. */
    static LineageNode rejected(DatasetRejected rejected, @Nullable String sha256) {
        LakeFile file = rejected.file();
        String dataset = rejected.dataset().value();
        Job job = Job.refining(rejected.project(), rejected.model(), dataset, null);
        return new LineageNode(
                NodeName.file(file.path(), sha256),
                NodeKind.FILE,
                rejected.project(),
                rejected.model(),
                dataset,
                null,
                file.environment(),
                null,
                file.path(),
                sha256,
                null,
                new Run(rejected.businessKey(), job, rejected.rejectedAt()),
                rejected.reason());
    }

    private static LineageNode shared(ProjectId project, ModelName model, DatasetReference reference) {
        LakeFile file = reference.file();
        return new LineageNode(
                NodeName.file(file.path(), null),
                NodeKind.FILE,
                project,
                model,
                reference.dataset().value(),
                null,
                file.environment(),
                null,
                file.path(),
                null,
                reference.rows(),
                null,
                null);
    }

    static LineageNode model(ModelTrained trained) {
        return new LineageNode(
                NodeName.model(trained.project(), trained.model(), trained.version()),
                NodeKind.MODEL,
                trained.project(),
                trained.model(),
                null,
                null,
                trained.artifact().file().environment(),
                trained.version(),
                trained.artifact().file().path(),
                trained.artifact().sha256(),
                null,
                new Run(trained.runId(), Job.training(trained.project(), trained.model()), trained.trainedAt()),
                null);
    }

    /** Models are trained in dev, and are the same in every environment. */
    static LineageNode heardOf(ProjectId project, ModelName model, int version) {
        return new LineageNode(
                NodeName.model(project, model, version),
                NodeKind.MODEL,
                project,
                model,
                null,
                null,
                EnvironmentTier.DEV,
                version,
                null,
                null,
                null,
                null,
                null);
    }

    static LineageNode scoring(ScoringCompleted completed) {
        Job job = Job.scoring(completed.project(), completed.model());
        return new LineageNode(
                NodeName.scoring(completed.project(), completed.scoringId()),
                NodeKind.SCORING,
                completed.project(),
                completed.model(),
                null,
                null,
                completed.environment(),
                null,
                completed.scored().path(),
                null,
                completed.rows(),
                new Run(completed.scoringId(), job, completed.completedAt()),
                null);
    }
}
