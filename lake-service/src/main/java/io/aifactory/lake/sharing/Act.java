package io.aifactory.lake.sharing;

import java.time.Instant;

/**
 * Something a person did about a share, a subscription or an offer.
 *
 * @param about the id of what it is about
 * @param act what was done
 * @param person who did it
 * @param reason why
 * @param doneAt when
 */
record Act(String about, Kind act, String person, String reason, Instant doneAt) {

    /** What can be done. */
    enum Kind {
        /** An owner shared a dataset. */
        SHARED,
        /** An owner revoked a share. */
        REVOKED,
        /** A project subscribed. */
        SUBSCRIBED,
        /** A project ended its subscription. */
        ENDED,
        /** A project offered to give a dataset back. */
        OFFERED,
        /** The core team accepted it. */
        ACCEPTED,
        /** The core team declined it. */
        DECLINED,
        /** The project took its offer back. */
        WITHDRAWN
    }
}
