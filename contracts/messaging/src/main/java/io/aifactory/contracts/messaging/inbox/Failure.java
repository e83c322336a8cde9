package io.aifactory.contracts.messaging.inbox;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Why an entry was not handled.
 *
 * @param type the exception's class
 * @param message what it says
 * @param place where in our own code it came from, as {@code Class.method}; entries that fail for one reason share it
 * @param traceId the trace the attempt belongs to
 */
record Failure(
        String type,
        String message,
        @Nullable String place,
        @Nullable String traceId) {

    private static final int LONGEST_MESSAGE = 2_000;
    private static final String OUR_CODE = "io.aifactory.";
    private static final String NOT_THE_INBOX = Failure.class.getPackageName() + ".";

    static Failure of(Throwable reason) {
        return new Failure(reason.getClass().getName(), describe(reason), placeOf(reason), MDC.get("traceId"));
    }

    /** PostgreSQL has no text with a NUL in it, and what others send may end up in a message. */
    private static String describe(Throwable reason) {
        String description = String.valueOf(reason.getMessage()).replace('\0', '\uFFFD');
        return description.length() <= LONGEST_MESSAGE ? description : description.substring(0, LONGEST_MESSAGE);
    }

    private static @Nullable String placeOf(Throwable reason) {
        return Arrays.stream(reason.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OUR_CODE))
                .filter(frame -> !frame.getClassName().startsWith(NOT_THE_INBOX))
                .findFirst()
                .map(frame -> simpleName(frame.getClassName()) + "." + frame.getMethodName())
                .orElse(null);
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s", simpleName(type), message);
    }
}
