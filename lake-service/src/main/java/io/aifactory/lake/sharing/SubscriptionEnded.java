package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** The subscription is no longer in force. */
final class SubscriptionEnded extends Problem {

    private static final long serialVersionUID = 1L;

    SubscriptionEnded(SubscriptionId subscription) {
        super(Kind.CONFLICT, "subscription-ended", "%s has ended already".formatted(subscription));
    }
}
