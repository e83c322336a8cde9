package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** The share is no longer in force. */
final class ShareRevoked extends Problem {

    private static final long serialVersionUID = 1L;

    ShareRevoked(ShareId share) {
        super(
                Kind.CONFLICT,
                "share-revoked",
                "%s was revoked; ask its owner to share the dataset anew".formatted(share));
    }
}
