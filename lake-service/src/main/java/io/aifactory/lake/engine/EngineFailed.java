package io.aifactory.lake.engine;

/** The engine could not do its work, for reasons that are not in the data. It may work when tried again. */
public final class EngineFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineFailed(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
