package io.aifactory.contracts.lake;

/**
 * The storage does not let the factory do what it has to. Somebody has to give it the right that the message names; after that
 * it works, so whoever tries again when a lake is unavailable does so here too.
 */
public final class LakeAccessDenied extends LakeUnavailable {

    private static final long serialVersionUID = 1L;

    public LakeAccessDenied(String what, Throwable cause) {
        super(what, cause);
    }
}
