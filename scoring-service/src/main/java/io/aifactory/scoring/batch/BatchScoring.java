package io.aifactory.scoring.batch;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.ScoredFile;
import io.aifactory.contracts.lake.ToScoreFile;
import io.aifactory.scoring.deployment.DeployedVersions;
import io.aifactory.scoring.scored.Scoring;
import io.aifactory.scoring.scored.ScoringId;
import io.aifactory.scoring.scored.ScoringState;
import io.aifactory.scoring.scored.Scorings;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Takes a batch from the dataset to its scores. The version is decided once; killed after that, the same version scores
 * the same rows to the same path again.
 */
@Component
class BatchScoring {

    private final Scorings scorings;
    private final BatchInputs inputs;
    private final DeployedVersions versions;
    private final BatchRun run;
    private final BatchProperties properties;
    private final Clock clock;

    BatchScoring(
            Scorings scorings,
            BatchInputs inputs,
            DeployedVersions versions,
            BatchRun run,
            BatchProperties properties,
            Clock clock) {
        this.scorings = scorings;
        this.inputs = inputs;
        this.versions = versions;
        this.run = run;
        this.properties = properties;
        this.clock = clock;
    }

    /** Does what can be done now; returns false if the batch has to wait. */
    boolean advance(ScoringId id) {
        var scoring = scorings.find(id).orElseThrow();
        if (scoring.state() == ScoringState.WAITING && !decide(scoring)) {
            return false;
        }
        scorings.find(id).filter(now -> now.state() == ScoringState.RUNNING).ifPresent(run::score);
        return true;
    }

    /** Ends a batch that failed too often. */
    void giveUp(ScoringId id, String reason) {
        scorings.fail(id, reason);
    }

    /** Returns false if it is not decided yet which version scores. */
    private boolean decide(Scoring scoring) {
        int asked = askedVersion(scoring);
        var version = versions.find(scoring.endpoint(), asked);
        if (version.isPresent()) {
            scorings.run(scoring.running(version.get(), pathOf(scoring, version.get())));
            return true;
        }
        return hasWaitedEnough(scoring, asked);
    }

    private boolean hasWaitedEnough(Scoring scoring, int asked) {
        var endpoint = scoring.endpoint();
        String missing =
                (asked == DeployedVersions.LEADING ? "a version of " : "version " + asked + " of ") + endpoint.model();
        boolean over = clock.instant().isAfter(scoring.askedAt().plus(properties.waitForModel()));
        if (over) {
            scorings.fail(
                    scoring.scoringId(),
                    "%s was not deployed to %s within %s"
                            .formatted(missing, endpoint.environment(), properties.waitForModel()));
        } else {
            scorings.explain(
                    scoring.scoringId(),
                    "waits for %s, which is not deployed to %s".formatted(missing, endpoint.environment()));
        }
        return over;
    }

    private int askedVersion(Scoring scoring) {
        var input = inputs.of(scoring.scoringId());
        var file = (ToScoreFile) LakePaths.parse(input.file());
        return file.zone().modelVersion();
    }

    private static LakePath pathOf(Scoring scoring, int version) {
        var endpoint = scoring.endpoint();
        return new ScoredFile(
                ModelZone.inference(endpoint.project(), endpoint.model(), version),
                endpoint.environment(),
                scoring.askedAt().atOffset(UTC).toLocalDate(),
                Edition.run(scoring.scoringId().value()));
    }
}
