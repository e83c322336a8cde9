package io.aifactory.scoring.scored;

import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings what was answered since the last round to the lake, after what an earlier round left unfinished. */
@Component
class PublishingRound {

    private static final Logger LOG = LoggerFactory.getLogger(PublishingRound.class);
    private static final int GROUPS_AT_ONCE = 200;

    private final PendingScores pending;
    private final Scorings scorings;
    private final Publishing publishing;
    private final TransactionTemplate transaction;
    private final ScoredProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PublishingRound(
            PendingScores pending,
            Scorings scorings,
            Publishing publishing,
            TransactionTemplate transaction,
            ScoredProperties properties,
            Clock clock) {
        this.pending = pending;
        this.scorings = scorings;
        this.publishing = publishing;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    void run() {
        boolean more = true;
        while (more) {
            more = beginAll();
            scorings.unfinishedOnline().forEach(this::publish);
        }
    }

    private boolean beginAll() {
        boolean more = false;
        for (var group : pending.groups(GROUPS_AT_ONCE)) {
            more |= begin(group);
        }
        return more;
    }

    /** Returns whether the group may have more requests than went into the file. */
    private boolean begin(PendingGroup group) {
        var id = ScoringId.at(clock.instant(), random);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            scorings.add(group.scoring(id, clock.instant()));
            int claimed = pending.claim(group, id, properties.requestsPerFile());
            if (claimed == 0) {
                status.setRollbackOnly();
            }
            return claimed == properties.requestsPerFile();
        }));
    }

    /** One file that can't be written doesn't keep the others back; it is tried again in the next round. */
    private void publish(Scoring scoring) {
        try {
            publishing.publish(scoring);
        } catch (RuntimeException e) {
            LOG.error("scoring {} is not in the lake yet", scoring.scoringId(), e);
            scorings.explain(scoring.scoringId(), String.valueOf(e.getMessage()));
        }
    }
}
