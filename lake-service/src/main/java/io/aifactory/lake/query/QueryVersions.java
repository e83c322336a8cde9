package io.aifactory.lake.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.lake.SqlFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Every query that was ever found, by a number that counts from 1 per file. The same text is one version, however often it comes back. */
@Repository
class QueryVersions {

    private static final String OF_FILE =
            "project = :project AND model = :model AND environment = :environment AND dataset = :dataset";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QueryVersions(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<Query> find(SqlFile file, String sql) {
        return statement("SELECT version FROM query_version WHERE " + OF_FILE + " AND sha256 = :sha256", file)
                .param("sha256", sha256(sql))
                .query(Integer.class)
                .optional()
                .map(version -> new Query(versionOf(file, version), sql));
    }

    /** Gives a text the next number and keeps it, once what has to be done with it is done. */
    Query add(SqlFile file, String sql, Function<SqlFile, Query> publish) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(file);
            return find(file, sql).orElseGet(() -> addNext(file, sql, publish));
        }));
    }

    private Query addNext(SqlFile file, String sql, Function<SqlFile, Query> publish) {
        int version = statement("SELECT coalesce(max(version), 0) + 1 FROM query_version WHERE " + OF_FILE, file)
                .query(Integer.class)
                .single();
        Query query = publish.apply(versionOf(file, version));
        statement("""
                        INSERT INTO query_version (project, model, environment, dataset, version, sha256, content, found_at)
                        VALUES (:project, :model, :environment, :dataset, :version, :sha256, :content, :now)""", file)
                .param("version", version)
                .param("sha256", sha256(sql))
                .param("content", sql)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return query;
    }

    private JdbcClient.StatementSpec statement(String sql, SqlFile file) {
        return database.sql(sql)
                .param("project", file.project().value())
                .param("model", file.model().value())
                .param("environment", file.environment().label())
                .param("dataset", file.dataset() == null ? "" : file.dataset().value());
    }

    private void lock(SqlFile file) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", file.environment() + "/" + file.path())
                .query((row, number) -> number)
                .single();
    }

    private static SqlFile versionOf(SqlFile file, int version) {
        return new SqlFile(file.zone(), file.dataset(), file.environment(), version);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
