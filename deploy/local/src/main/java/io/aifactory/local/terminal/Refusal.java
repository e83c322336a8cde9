package io.aifactory.local.terminal;

import java.util.List;

/** A verb that can not be done, with the message a person reads: what is wrong, and every reason known. */
public final class Refusal extends RuntimeException {

    /** What kind of thing is in the way, where a verb has to know. */
    public enum Cause {
        /** What was asked for is not there. */
        NOT_FOUND,
        /** Anything else. */
        OTHER
    }

    private final ExitCode exitCode;
    private final Cause cause;
    private final List<String> reasons;

    private Refusal(ExitCode exitCode, Cause cause, String message, List<String> reasons) {
        super(message);
        this.exitCode = exitCode;
        this.cause = cause;
        this.reasons = List.copyOf(reasons);
    }

    /** Something was asked for that is refused or failed. */
    public static Refusal of(String message, List<String> reasons) {
        return new Refusal(ExitCode.REFUSED, Cause.OTHER, message, reasons);
    }

    /** Something was asked for that is refused or failed. */
    public static Refusal of(String message) {
        return of(message, List.of());
    }

    /** Something was asked for that is not there. */
    public static Refusal notFound(String message, List<String> reasons) {
        return new Refusal(ExitCode.REFUSED, Cause.NOT_FOUND, message, reasons);
    }

    /** The command line itself was used wrongly. */
    public static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, Cause.OTHER, message, List.of());
    }

    /** The factory does not run, or the part of it that is needed does not answer. */
    public static Refusal unreachable(String message) {
        return new Refusal(ExitCode.UNREACHABLE, Cause.OTHER, message, List.of());
    }

    /** Returns the code the command line ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** Returns what kind of thing is in the way. */
    public Cause cause() {
        return cause;
    }

    /** Returns every single reason, when there is more to say than the message. */
    public List<String> reasons() {
        return reasons;
    }
}
