package io.aifactory.provisioning.form;

import io.aifactory.contracts.access.Problem;

/** What came in is not even JSON. */
public final class UnreadableForm extends Problem {

    private static final long serialVersionUID = 1L;

    UnreadableForm(String detail) {
        super(Kind.MALFORMED, "invalid-request", detail);
    }
}
