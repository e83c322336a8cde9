package io.aifactory.training.model;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TestScoring;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.RowRefused;
import io.aifactory.training.table.Table;
import io.aifactory.training.testscoring.TestScoringFailed;
import io.aifactory.training.testscoring.TestSetScoring;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Scores on a challenger's test set the versions it may be compared with: those that are champion of an environment,
 * and those newer than the oldest champion; all of them while there is no champion. One that can't be scored on this
 * test set, because its columns are no longer there or its artifact is damaged, is left out with a log entry; who
 * compares will miss it.
 */
@Component
public class PeerScoring {

    private static final Logger LOG = LoggerFactory.getLogger(PeerScoring.class);

    private final ModelVersions versions;
    private final Champions champions;
    private final TestScorings scorings;
    private final ModelArtifacts artifacts;

    PeerScoring(ModelVersions versions, Champions champions, TestScorings scorings, ModelArtifacts artifacts) {
        this.versions = versions;
        this.champions = champions;
        this.scorings = scorings;
        this.artifacts = artifacts;
    }

    /** The scorings of all peers on a test set, newest version first; those already known are not made again. */
    public List<TestScoring> score(ProjectId project, ModelName model, int testSetVersion, Table testSet) {
        int oldestChampion = champions.of(project, model).values().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(1);
        return versions.of(project, model).stream()
                .filter(version -> version.version() >= oldestChampion)
                .flatMap(version -> scoring(version, testSetVersion, testSet).stream())
                .toList();
    }

    private Optional<TestScoring> scoring(ModelVersion version, int testSetVersion, Table testSet) {
        var known = scorings.of(version.project(), version.model(), version.version())
                .get(testSetVersion);
        if (known != null) {
            return Optional.of(new TestScoring(version.version(), known));
        }
        try {
            var metrics = TestSetScoring.score(artifacts.read(version.artifact()), testSet);
            return Optional.of(new TestScoring(version.version(), metrics));
        } catch (ModelRefused | RowRefused | TestScoringFailed | LakeFileNotFound e) {
            LOG.warn(
                    "Version {} of {}/{} can't be scored on test set {}: {}",
                    version.version(),
                    version.project(),
                    version.model(),
                    testSetVersion,
                    e.getMessage());
            return Optional.empty();
        }
    }
}
