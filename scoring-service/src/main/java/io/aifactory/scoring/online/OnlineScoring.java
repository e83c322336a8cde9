package io.aifactory.scoring.online;

import io.aifactory.scoring.deployment.LiveModel;
import io.aifactory.scoring.deployment.LiveModels;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.aifactory.scoring.scored.CallerId;
import io.aifactory.scoring.scored.ScoredLog;
import io.aifactory.scoring.scored.ScoredRequest;
import io.aifactory.scoring.scored.ScoringId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Scores a request with one model version, and answers only what has been saved. */
@Component
class OnlineScoring {

    private final LiveModels live;
    private final ScoredLog log;
    private final Clock clock;
    private final BodyReader reader;

    OnlineScoring(LiveModels live, ScoredLog log, Clock clock, OnlineProperties properties) {
        this.live = live;
        this.log = log;
        this.clock = clock;
        this.reader = new BodyReader(properties.maxRows());
    }

    ScoredRequest score(ScoringEndpoint endpoint, CallerId caller, byte[] body) {
        var scored = scoreRows(endpoint, caller, body);
        log.save(scored);
        return scored;
    }

    private ScoredRequest scoreRows(ScoringEndpoint endpoint, CallerId caller, byte[] body) {
        try (LiveModel model = live.use(endpoint).orElseThrow(() -> new NothingDeployed(endpoint))) {
            var rows = reader.read(body, model.schema());
            var scores = model.scorer().scoreAll(rows.encoded());
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return new ScoredRequest(
                    ScoringId.at(now, ThreadLocalRandom.current()),
                    endpoint,
                    model.version(),
                    caller,
                    now,
                    model.shape(),
                    rows.json(),
                    scores);
        }
    }
}
