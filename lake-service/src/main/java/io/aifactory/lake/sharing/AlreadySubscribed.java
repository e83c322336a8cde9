package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** The same is subscribed to already. */
final class AlreadySubscribed extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadySubscribed(Subscription subscription) {
        super(
                Kind.CONFLICT,
                "already-subscribed",
                "the same is subscribed to already, as %s".formatted(subscription.id()));
    }
}
