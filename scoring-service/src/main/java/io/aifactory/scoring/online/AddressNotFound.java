package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;

/** The address is none that scores could be asked for at. */
final class AddressNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    AddressNotFound() {
        super(Kind.NOT_FOUND, "address-not-found", "a scoring address is /score/{environment}/{project}/{model}");
    }
}
