package io.aifactory.contracts.lake.azure;

/** A group can't be given rights, for its object id in the directory is not known. */
public final class UnknownGroup extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownGroup(String message) {
        super(message);
    }
}
