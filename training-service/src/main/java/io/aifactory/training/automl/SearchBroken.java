package io.aifactory.training.automl;

/** A search that ended without a result through no fault of its data; the message says how and where its log lies. */
public class SearchBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchBroken(String reason) {
        super(reason);
    }

    public SearchBroken(String reason, Throwable cause) {
        super(reason, cause);
    }
}
