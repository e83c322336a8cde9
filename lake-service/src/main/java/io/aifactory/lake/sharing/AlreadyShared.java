package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** The same is shared with the same project already. */
final class AlreadyShared extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyShared(Share share) {
        super(
                Kind.CONFLICT,
                "already-shared",
                "%s is shared with %s in %s already, as %s"
                        .formatted(share.source().text(), share.project(), share.environment(), share.id()));
    }
}
