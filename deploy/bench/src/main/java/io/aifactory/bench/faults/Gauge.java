package io.aifactory.bench.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.aifactory.local.postgres.PostgresServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the roles' databases while they work. What it can't see at the moment it remembers from before. */
final class Gauge implements AutoCloseable {

    private final Map<String, HikariDataSource> sources = new LinkedHashMap<>();
    private final Map<String, Long> lastSeen = new LinkedHashMap<>();
    private final AtomicLong misses = new AtomicLong();

    Gauge(PostgresServer postgres) {
        for (var role : Roles.ALL) {
            sources.put(role, source(postgres, role));
        }
    }

    private static HikariDataSource source(PostgresServer postgres, String role) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.url(role) + "?connectTimeout=2&socketTimeout=60");
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    JdbcClient database(String role) {
        return JdbcClient.create(Objects.requireNonNull(sources.get(role), role));
    }

    /** Returns how many state changes all roles have made. */
    synchronized long effects() {
        sources.keySet().forEach(role -> remember(role, "SELECT coalesce(sum(effects), 0) FROM tally"));
        return lastSeen.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns whether nothing waits in any outbox or inbox. */
    boolean idle() {
        var waiting = new ArrayList<Long>();
        for (var role : sources.keySet()) {
            waiting.add(ask(role, """
                    SELECT (SELECT count(*) FROM outbox WHERE sent_at IS NULL)
                         + (SELECT count(*) FROM inbox WHERE status = 'WAITING')
                    """, 1));
        }
        return waiting.stream().allMatch(count -> count == 0);
    }

    private void remember(String role, String question) {
        lastSeen.put(role, ask(role, question, lastSeen.getOrDefault(role, 0L)));
    }

    private long ask(String role, String question, long otherwise) {
        try {
            return database(role).sql(question).query(Long.class).single();
        } catch (DataAccessException e) {
            misses.incrementAndGet();
            return otherwise;
        }
    }

    @Override
    public void close() {
        sources.values().forEach(HikariDataSource::close);
    }
}
