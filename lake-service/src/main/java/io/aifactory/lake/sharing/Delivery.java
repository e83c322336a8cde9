package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.LakeFile;
import java.time.Instant;
import java.util.List;

/**
 * A version that came to a subscriber.
 *
 * @param subscription to whom
 * @param version the version as its owner counts
 * @param files where it lies
 * @param copies the subscriber's own copies
 * @param deliveredAt when
 */
record Delivery(
        SubscriptionId subscription, long version, List<LakeFile> files, List<LakeFile> copies, Instant deliveredAt) {

    Delivery {
        files = List.copyOf(files);
        copies = List.copyOf(copies);
    }
}
