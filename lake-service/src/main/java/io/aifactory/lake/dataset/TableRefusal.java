package io.aifactory.lake.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.LakeFile;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says that a table is not made anew: what there was before goes on counting. The same reason against the same data is said
 * once.
 */
@Component
public class TableRefusal {

    private static final Logger LOG = LoggerFactory.getLogger(TableRefusal.class);

    private final Rejections rejections;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TableRefusal(Rejections rejections, TransactionTemplate transaction, Clock clock) {
        this.rejections = rejections;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Refuses to make a table.
     *
     * @param culprit what is to blame: the data that came last, or the team's query
     * @param contents tells the data from others
     */
    public void refuse(TableId table, LakeFile culprit, String contents, String reason) {
        LOG.info("{} is not made: {}", table, reason);
        String told = UUID.nameUUIDFromBytes((contents + "\n" + reason).getBytes(UTF_8))
                .toString();
        transaction.executeWithoutResult(status -> rejections.add(new DatasetRejected(
                table.zone().project(),
                table.zone().model(),
                table.dataset(),
                culprit,
                told,
                reason,
                clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }
}
