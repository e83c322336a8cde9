package io.aifactory.lake.active;

/** An active file does not say what it should. */
final class BrokenActiveFile extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenActiveFile(String problem) {
        super(problem);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
