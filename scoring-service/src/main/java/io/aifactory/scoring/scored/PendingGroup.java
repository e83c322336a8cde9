package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.OnlineFile;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Answered requests that go into one file: one model version's answers to one caller on one day.
 *
 * @param endpoint the endpoint
 * @param version the model version
 * @param caller who asked
 * @param date the day (UTC)
 */
record PendingGroup(ScoringEndpoint endpoint, int version, CallerId caller, LocalDate date) {

    /** Returns the scoring that brings the group to the lake. */
    Scoring scoring(ScoringId id, Instant at) {
        var zone = ModelZone.inference(endpoint.project(), endpoint.model(), version);
        var file = new OnlineFile(
                zone, OnlineFile.Content.SCORED, endpoint.environment(), date, id.value(), caller.value());
        return Scoring.waiting(id, ScoringKind.ONLINE, endpoint, caller, at).running(version, file);
    }
}
