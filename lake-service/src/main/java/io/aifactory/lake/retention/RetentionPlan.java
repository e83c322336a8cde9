package io.aifactory.lake.retention;

import io.aifactory.lake.retention.StoredVersions.Owner;
import java.util.List;

/**
 * What goes.
 *
 * @param policy by which policy
 * @param going the versions whose files go
 * @param held the models all of whose data stays, because it is not known what a champion of them learned from
 */
record RetentionPlan(RetentionPolicy policy, List<StoredVersion> going, List<Owner> held) {

    RetentionPlan {
        going = List.copyOf(going);
        held = List.copyOf(held);
    }
}
