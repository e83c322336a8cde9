package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;
import java.util.Locale;

/** The offer's state does not allow it. */
final class OfferDecided extends Problem {

    private static final long serialVersionUID = 1L;

    OfferDecided(ShareBack offer) {
        super(
                Kind.CONFLICT,
                "offer-decided",
                "%s is %s".formatted(offer.id(), offer.state().name().toLowerCase(Locale.ROOT)));
    }
}
