package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.ModelName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project's wish to be told of each new version of what it may read.
 *
 * @param id tells it from others
 * @param share what it rests on
 * @param into where each version is copied to; absent if the project only reads
 * @param subscribedAt since when
 * @param endedAt until when; absent while it is in force
 */
record Subscription(
        SubscriptionId id,
        ShareId share,
        @Nullable Target into,
        Instant subscribedAt,
        @Nullable Instant endedAt) {

    /**
     * A dataset of the subscriber.
     *
     * @param model the model
     * @param dataset its source dataset
     */
    record Target(ModelName model, DatasetName dataset) {}

    boolean inForce() {
        return endedAt == null;
    }
}
