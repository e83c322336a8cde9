package io.aifactory.lake.master;

import java.util.function.Supplier;

/** Tries a change again with what the table holds by then, when somebody else was faster; a few times, not for ever. */
public final class FreshLook {

    private static final int ATTEMPTS = 5;

    private FreshLook() {}

    /**
     * Returns what the change came to. It has to begin with reading the table.
     *
     * @throws MasterTableConflict if others were faster every time
     */
    public static <T> T each(Supplier<T> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return change.get();
            } catch (MasterTableConflict faster) {
                continue;
            }
        }
        return change.get();
    }
}
