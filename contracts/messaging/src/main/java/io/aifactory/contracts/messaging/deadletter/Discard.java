package io.aifactory.contracts.messaging.deadletter;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts dead letters out of sight, for a reason. They are remembered as long as what was handled. */
final class Discard implements Act {

    private final JdbcClient database;
    private final String person;
    private final String reason;

    Discard(JdbcClient database, String person, String reason) {
        this.database = database;
        this.person = person;
        this.reason = reason;
    }

    @Override
    public Done to(List<DeadLetter> batch) {
        List<Letter> discarded = database.sql("""
                        WITH dead AS (
                            SELECT seq FROM inbox WHERE seq = ANY (?) AND status = 'DEAD'
                            ORDER BY seq FOR UPDATE SKIP LOCKED),
                        discarded AS (
                            UPDATE inbox SET status = 'DISCARDED', done_at = now() FROM dead WHERE inbox.seq = dead.seq
                            RETURNING inbox.seq, type),
                        recorded AS (
                            INSERT INTO dead_letter_act (seq, act, person, reason, at)
                            SELECT seq, 'DISCARDED', ?, ?, now() FROM discarded)
                        SELECT seq, type FROM discarded ORDER BY seq
                        """)
                .params(batch.stream().map(DeadLetter::seq).toArray(Long[]::new), person, reason)
                .query((row, number) -> new Letter(row.getLong("seq"), row.getString("type")))
                .list();
        return new Done(discarded, List.of());
    }
}
