package io.aifactory.contracts.lake;

/** The storage could not do what was asked of it. It may work when tried again. */
public sealed class LakeUnavailable extends RuntimeException permits LakeAccessDenied {

    private static final long serialVersionUID = 1L;

    public LakeUnavailable(String what, Throwable cause) {
        super("%s: %s".formatted(what, cause), cause);
    }
}
