package io.aifactory.local.terminal;

/** What the command line's exit code tells a script. These codes are stable. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Refused or failed; nothing was changed by it. */
    REFUSED(1),
    /** Used wrongly. */
    USAGE(2),
    /** The factory does not run, does not answer or can not yet. */
    UNREACHABLE(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** Returns the number the process ends with. */
    public int code() {
        return code;
    }
}
