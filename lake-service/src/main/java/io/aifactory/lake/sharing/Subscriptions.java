package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.ModelName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All subscriptions that ever were. */
@Repository
class Subscriptions {

    private final JdbcClient database;

    Subscriptions(JdbcClient database) {
        this.database = database;
    }

    /** Adds a subscription, unless the same is in force already; returns whether it was added. */
    boolean add(Subscription subscription) {
        Subscription.Target into = subscription.into();
        return database.sql("""
                        INSERT INTO subscription (id, share, model, dataset, subscribed_at)
                        VALUES (:id, :share, :model, :dataset, :at)
                        ON CONFLICT (share, coalesce(model, ''), coalesce(dataset, '')) WHERE ended_at IS NULL DO NOTHING""")
                        .param("id", subscription.id().value())
                        .param("share", subscription.share().value())
                        .param("model", into == null ? null : into.model().value())
                        .param("dataset", into == null ? null : into.dataset().value())
                        .param("at", subscription.subscribedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Ends a subscription; returns whether it was in force. */
    boolean end(SubscriptionId id, Instant at) {
        return database.sql("UPDATE subscription SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Subscription> find(SubscriptionId id) {
        return database.sql("SELECT * FROM subscription WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> subscription(row))
                .optional();
    }

    /** Returns the subscriptions that rest on a share, oldest first. */
    List<Subscription> of(ShareId share) {
        return database.sql("SELECT * FROM subscription WHERE share = :share ORDER BY subscribed_at, id")
                .param("share", share.value())
                .query((row, number) -> subscription(row))
                .list();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Subscription(
                new SubscriptionId(row.getString("id")),
                new ShareId(row.getString("share")),
                target(row.getString("model"), row.getString("dataset")),
                row.getObject("subscribed_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static Subscription.@Nullable Target target(@Nullable String model, @Nullable String dataset) {
        return model == null || dataset == null
                ? null
                : new Subscription.Target(new ModelName(model), new DatasetName(dataset));
    }
}
