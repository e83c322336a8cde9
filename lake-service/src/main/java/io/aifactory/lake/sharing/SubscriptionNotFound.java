package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** There is no such subscription, or none that the caller may know of. */
final class SubscriptionNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    SubscriptionNotFound(SubscriptionId subscription) {
        super(Kind.NOT_FOUND, "subscription-not-found", "there is no subscription %s".formatted(subscription));
    }
}
