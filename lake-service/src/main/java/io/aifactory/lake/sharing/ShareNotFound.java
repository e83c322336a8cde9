package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** There is no such share, or none that the caller may know of. */
final class ShareNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ShareNotFound(ShareId share) {
        super(Kind.NOT_FOUND, "share-not-found", "there is no share %s".formatted(share));
    }
}
