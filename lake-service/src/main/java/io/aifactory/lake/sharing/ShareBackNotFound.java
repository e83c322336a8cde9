package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** There is no such offer, or none that the caller may know of. */
final class ShareBackNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ShareBackNotFound(ShareBackId id) {
        super(Kind.NOT_FOUND, "share-back-not-found", "there is no offer %s".formatted(id));
    }
}
