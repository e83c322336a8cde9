package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** An access list of the lake has no room for more. */
final class TooManyGuests extends Problem {

    private static final long serialVersionUID = 1L;

    TooManyGuests(SharedSource source, int most) {
        super(
                Kind.CONFLICT,
                "too-many-guests",
                "%s can't be shared with more projects: an access list of the lake has room for %d; revoke one first"
                        .formatted(source.text(), most));
    }
}
