package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** The project gives something back there already. */
final class AlreadyOffered extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyOffered(ShareBack offer) {
        super(
                Kind.CONFLICT,
                "already-offered",
                "%s gives back to master/%s in %s already, as %s"
                        .formatted(offer.source().project(), offer.master(), offer.environment(), offer.id()));
    }
}
