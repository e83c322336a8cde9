package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.MasterDataset;
import java.time.Instant;

/**
 * A project's offer to give the silver of a dataset back to master.
 *
 * @param id tells it from others
 * @param source the dataset
 * @param environment in which environment
 * @param master where to
 * @param state how it stands
 * @param offeredAt since when
 */
record ShareBack(
        ShareBackId id,
        SharedSource.OfProject source,
        EnvironmentTier environment,
        MasterDataset master,
        State state,
        Instant offeredAt) {

    /** How an offer stands. */
    enum State {
        /** The core team has not said yet. May become any of the others. */
        OFFERED,
        /** Every new version is committed to master. WITHDRAWN when the project takes it back. */
        ACCEPTED,
        /** The core team does not want it. Final. */
        DECLINED,
        /** The project took it back; what was committed stays. Final. */
        WITHDRAWN;

        boolean canBecome(State next) {
            return switch (this) {
                case OFFERED -> next != OFFERED;
                case ACCEPTED -> next == WITHDRAWN;
                case DECLINED, WITHDRAWN -> false;
            };
        }
    }
}
