package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ProjectId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which versions came to which subscriber. */
@Repository
class Deliveries {

    private final JdbcClient database;

    Deliveries(JdbcClient database) {
        this.database = database;
    }

    /** A file of a project's dataset that was shared, and with whom it is now: with nobody if the share has ended. */
    record SharedFile(String path, ProjectId project, boolean inForce) {}

    /** Notes that a version is about to be opened to a subscriber. */
    void begin(SubscriptionId subscription, SourceVersion version) {
        database.sql("""
                        INSERT INTO delivery (subscription, version, files, copies) VALUES (:subscription, :version, :files, '{}')
                        ON CONFLICT (subscription, version) DO NOTHING""")
                .param("subscription", subscription.value())
                .param("version", version.number())
                .param("files", paths(version.files()))
                .update();
    }

    /** Says that a version came to a subscriber. */
    void complete(SubscriptionId subscription, long version, List<LakeFile> copies, Instant at) {
        database.sql("""
                        UPDATE delivery SET copies = :copies, delivered_at = :at
                        WHERE subscription = :subscription AND version = :version""")
                .param("copies", paths(copies))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("subscription", subscription.value())
                .param("version", version)
                .update();
    }

    /** Returns the newest version that came by a subscription; empty if none did. */
    OptionalLong newestOf(SubscriptionId subscription) {
        return database.sql("""
                        SELECT max(version) FROM delivery WHERE subscription = :subscription AND delivered_at IS NOT NULL
                        HAVING count(*) > 0""").param("subscription", subscription.value()).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Returns what came by a share, newest version first. */
    List<Delivery> of(Share share) {
        return database.sql("""
                        SELECT delivery.* FROM delivery JOIN subscription ON subscription.id = delivery.subscription
                        WHERE subscription.share = :share AND delivered_at IS NOT NULL ORDER BY version DESC, delivered_at""")
                .param("share", share.id().value())
                .query((row, number) -> delivery(row, share.environment()))
                .list();
    }

    /** Returns every file of a project's datasets that was ever opened in an environment. */
    List<SharedFile> filesOf(ProjectId owner, EnvironmentTier environment) {
        return database.sql("""
                        SELECT DISTINCT unnest(delivery.files) AS path, share.project AS project,
                            share.revoked_at IS NULL AS in_force
                        FROM delivery JOIN subscription ON subscription.id = delivery.subscription
                            JOIN share ON share.id = subscription.share
                        WHERE starts_with(share.source, :owned) AND share.environment = :environment""")
                .param("owned", "projects/" + owner + "/")
                .param("environment", environment.label())
                .query((row, number) -> new SharedFile(
                        row.getString("path"), new ProjectId(row.getString("project")), row.getBoolean("in_force")))
                .list();
    }

    private static String[] paths(List<LakeFile> files) {
        return files.stream().map(LakeFile::path).toArray(String[]::new);
    }

    private static Delivery delivery(ResultSet row, EnvironmentTier environment) throws SQLException {
        return new Delivery(
                new SubscriptionId(row.getString("subscription")),
                row.getLong("version"),
                files(row.getArray("files"), environment),
                files(row.getArray("copies"), environment),
                row.getObject("delivered_at", OffsetDateTime.class).toInstant());
    }

    private static List<LakeFile> files(Array paths, EnvironmentTier environment) throws SQLException {
        return Arrays.stream((String[]) paths.getArray())
                .map(path -> new LakeFile(environment, path))
                .toList();
    }
}
