package io.aifactory.contracts.lake;

/** The storage could not do what was asked of it. It may work when tried again. */
public final class LakeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LakeUnavailable(String what, Exception cause) {
        super("%s: %s".formatted(what, cause), cause);
    }
}
