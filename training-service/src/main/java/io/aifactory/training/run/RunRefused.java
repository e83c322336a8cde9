package io.aifactory.training.run;

/** A run that can't make a model, however often it is tried; the message says why. */
final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunRefused(String reason) {
        super(reason);
    }
}
