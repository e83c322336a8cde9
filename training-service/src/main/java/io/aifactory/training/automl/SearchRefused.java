package io.aifactory.training.automl;

/** Data or settings that no search can be done with; the message says why. */
public class SearchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchRefused(String reason) {
        super(reason);
    }
}
