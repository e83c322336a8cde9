package io.aifactory.contracts.model;

/** A model file or a model's parts that can't be used; the message says why. */
public class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelRefused(String reason) {
        super(reason);
    }

    public ModelRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
