package io.aifactory.lake.engine;

/** A file that can't be used as a table. The message says why, for the person who put it there. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableFile(String reason) {
        super(FileText.shown(reason));
    }

    public UnreadableFile(String reason, Throwable cause) {
        super(FileText.shown(reason), cause);
    }
}
