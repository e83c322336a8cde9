package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of scored rows and how it came about: online answers to one caller that were brought to the lake together, or a
 * batch.
 *
 * @param scoringId its id
 * @param kind online or batch
 * @param endpoint which model of which project and environment
 * @param caller who asked
 * @param askedAt when it was asked for
 * @param state how far it is
 * @param reason why it waits or failed
 * @param version the model version; absent while it is not decided
 * @param path where the scored rows are to lie; absent while the version is not decided
 * @param result what came of it; absent until it is completed
 */
public record Scoring(
        ScoringId scoringId,
        ScoringKind kind,
        ScoringEndpoint endpoint,
        CallerId caller,
        Instant askedAt,
        ScoringState state,
        @Nullable String reason,
        @Nullable Integer version,
        @Nullable LakePath path,
        @Nullable ScoredResult result) {

    /** Returns a scoring that waits for a model. */
    public static Scoring waiting(
            ScoringId scoringId, ScoringKind kind, ScoringEndpoint endpoint, CallerId caller, Instant askedAt) {
        return new Scoring(scoringId, kind, endpoint, caller, askedAt, ScoringState.WAITING, null, null, null, null);
    }

    /** Returns the scoring with the version that scores it decided. */
    public Scoring running(int by, LakePath to) {
        return new Scoring(scoringId, kind, endpoint, caller, askedAt, ScoringState.RUNNING, null, by, to, result);
    }

    /** Returns what is to be told once it is completed. */
    public ScoringCompleted completed(ScoredResult with, @Nullable DatasetReference input) {
        return new ScoringCompleted(
                endpoint.project(),
                endpoint.model(),
                decidedVersion(),
                endpoint.environment(),
                scoringId.value(),
                kind,
                List.of(caller.value()),
                with.rows(),
                new LakeFile(endpoint.environment(), decidedPath().path()),
                input,
                with.completedAt());
    }

    /** Returns the version that scores it. */
    public int decidedVersion() {
        return decided(version, "version");
    }

    /** Returns where its rows are to lie. */
    public LakePath decidedPath() {
        return decided(path, "path");
    }

    private <T> T decided(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("%s of scoring %s is not decided".formatted(what, scoringId));
        }
        return value;
    }
}
