package io.aifactory.contracts.access;

/** The caller is known, but may not do this. */
public final class NotAllowed extends Problem {

    private static final long serialVersionUID = 1L;

    /** Creates the refusal; the detail says what the caller lacks. */
    public NotAllowed(String detail) {
        super(Kind.FORBIDDEN, "not-allowed", detail);
    }
}
