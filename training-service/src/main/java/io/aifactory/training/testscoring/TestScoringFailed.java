package io.aifactory.training.testscoring;

/** A model that can't be scored on a test set; the message says why. */
public class TestScoringFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TestScoringFailed(String reason) {
        super(reason);
    }
}
