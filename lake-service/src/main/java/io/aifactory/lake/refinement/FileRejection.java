package io.aifactory.lake.refinement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.RejectedFile;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.dataset.Rejections;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a whole file away: says so in {@code bad/}, in the catalogue and to everybody. The file stays where it is. */
@Component
class FileRejection {

    private static final Logger LOG = LoggerFactory.getLogger(FileRejection.class);
    private static final int LONGEST_NAME = 180;

    private final Lakes lakes;
    private final Arrivals arrivals;
    private final Rejections rejections;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileRejection(Lakes lakes, Arrivals arrivals, Rejections rejections, TransactionTemplate transaction, Clock clock) {
        this.lakes = lakes;
        this.arrivals = arrivals;
        this.rejections = rejections;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Turns away a file that could be used before, and can't be read any more. */
    void rejectAccepted(Arrival arrival, String reason) {
        lakes.of(arrival.file().environment())
                .find(arrival.file())
                .ifPresentOrElse(
                        stored -> reject(arrival, stored.etag(), String.valueOf(arrival.sha256()), reason),
                        () -> arrivals.lose(arrival));
    }

    void reject(Arrival arrival, String etag, String sha256, String reason) {
        InFile file = arrival.file();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LOG.info("{} is rejected: {}", file.path(), reason);
        publishNotice(file, reason, now);
        transaction.executeWithoutResult(status -> {
            arrivals.reject(arrival, etag, sha256);
            rejections.add(
                    new DatasetRejected(file.project(), file.model(), file.dataset(), file.file(), etag, reason, now));
        });
    }

    private void publishNotice(InFile file, String reason, Instant now) {
        String name = file.name().replace('/', '_');
        String shortened = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        var notice = new RejectedFile(
                file.zone(), file.dataset(), file.environment(), file.date(), shortened + ".rejected.txt");
        String text = "%s\nrejected at %s: %s\n".formatted(file.path(), now, reason);
        lakes.of(file.environment()).publish(notice, LakeContent.of(text.getBytes(UTF_8)));
    }
}
