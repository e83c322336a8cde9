package io.aifactory.contracts.messaging.work;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes what was sent or handled long ago, a batch at a time, so that outbox and inbox stay small. Dead entries stay. */
final class Retention implements WorkLoop.Work {

    private static final int BATCH = 5_000;

    private final JdbcClient database;
    private final Clock clock;
    private final Duration keep;

    Retention(JdbcClient database, Clock clock, Duration keep) {
        this.database = database;
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public boolean workOnce() {
        OffsetDateTime before = clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
        int sent = database.sql(
                        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE sent_at < ? ORDER BY id LIMIT ?)")
                .params(before, BATCH)
                .update();
        int done = database.sql(
                        "DELETE FROM inbox WHERE seq IN (SELECT seq FROM inbox WHERE done_at < ? ORDER BY seq LIMIT ?)")
                .params(before, BATCH)
                .update();
        return sent == BATCH || done == BATCH;
    }
}
