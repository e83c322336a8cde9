package io.aifactory.lake.master;

/** A commit that can't hold, because of what the table holds by now. Nothing of it was committed. */
public final class MasterTableConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the refusal; the reason says what is there instead. */
    public MasterTableConflict(MasterTableId table, String reason) {
        super(message(table, reason));
    }

    public MasterTableConflict(MasterTableId table, String reason, Throwable cause) {
        super(message(table, reason), cause);
    }

    private static String message(MasterTableId table, String reason) {
        return "%s: %s; read the table again and make the change anew from what it holds now".formatted(table, reason);
    }
}
