package io.aifactory.scoring.batch;

/** A dataset that the model can't score; the message says why. */
public final class BatchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BatchRefused(String reason) {
        super(reason);
    }
}
