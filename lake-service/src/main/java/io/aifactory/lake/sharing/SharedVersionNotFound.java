package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** No such version came by the share. */
final class SharedVersionNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    SharedVersionNotFound(ShareId share, long version) {
        super(
                Kind.NOT_FOUND,
                "shared-version-not-found",
                "%s has brought no version %d, or no such file of it".formatted(share, version));
    }
}
